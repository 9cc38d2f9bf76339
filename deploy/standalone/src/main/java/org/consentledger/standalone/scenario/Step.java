package org.consentledger.standalone.scenario;

/** One thing done with the ledger. */
public sealed interface Step permits CommandStep, QueryStep {

    /** What a person would tell, in one sentence. */
    String say();

    /** What the ledger must answer. */
    Expectation expect();
}
