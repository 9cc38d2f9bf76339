package org.consentledger.bench.noop;

/** An answer that says nothing, at the length of one that does. */
record Nothing(String padding) {

    static Nothing ofSize(int bytes) {
        return new Nothing("-".repeat(bytes));
    }
}
