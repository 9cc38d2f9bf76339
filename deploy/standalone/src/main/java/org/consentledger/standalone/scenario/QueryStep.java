package org.consentledger.standalone.scenario;

/**
 * A question is asked.
 *
 * @param query path and parameters after {@code /v1}
 */
public record QueryStep(String say, String query, Expectation expect) implements Step {}
