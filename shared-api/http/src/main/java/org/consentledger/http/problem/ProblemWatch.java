package org.consentledger.http.problem;

/** Learns of every problem that is answered. A bean of this type is told of each before it is written. */
@FunctionalInterface
public interface ProblemWatch {

    /** Must be quick, and must not fail. */
    void answered(Problem problem);
}
