package org.consentledger.acceptance.fuzz;

/**
 * One request, and what must come back.
 *
 * @param kind under which it is counted
 * @param spoiled what about it is wrong, or odd
 * @param alone whether it gets a connection of its own
 */
record Probe(
        String kind, String spoiled, Operation operation, Message message, Expectation expectation, boolean alone) {

    static Probe of(String kind, String spoiled, Operation operation, Message message, Expectation expectation) {
        return new Probe(kind, spoiled, operation, message, expectation, false);
    }

    static Probe alone(String kind, String spoiled, Operation operation, Message message, Expectation expectation) {
        return new Probe(kind, spoiled, operation, message, expectation, true);
    }
}
