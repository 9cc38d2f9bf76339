package org.consentledger.verifier;

/** Something to know of a ledger that is no fault of it. */
sealed interface Remark {

    /** One line. */
    String sentence();

    /** Events that were recorded after the newest checkpoint. */
    record NotCovered(long first, long count) implements Remark {
        @Override
        public String sentence() {
            return (count == 1 ? "1 event" : count + " events")
                    + (first == 0 ? "" : " after position " + (first - 1))
                    + (count == 1 ? " is" : " are") + " not covered by a checkpoint yet";
        }
    }

    /** Checkpoints that could not be compared. */
    record RootsUnknown(long firstMissing, long checkpoints) implements Remark {
        @Override
        public String sentence() {
            return "without the event at position " + firstMissing + " no root after it can be computed: "
                    + (checkpoints == 1 ? "1 checkpoint was" : checkpoints + " checkpoints were") + " not compared";
        }
    }
}
