package org.consentledger.verifier;

/** Positions in a row, both ends included. */
record Positions(long first, long last) {

    @Override
    public String toString() {
        return first == last ? "position " + first : "positions " + first + " to " + last;
    }

    /** The verb that goes with them. */
    String are() {
        return first == last ? "is" : "are";
    }
}
