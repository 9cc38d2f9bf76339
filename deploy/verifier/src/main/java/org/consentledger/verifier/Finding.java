package org.consentledger.verifier;

import org.consentledger.log.tree.Hash;

/** Something that an honest ledger does not have. */
sealed interface Finding {

    /** One line that names it exactly. */
    String sentence();

    /** Events are gone from between others. */
    record Missing(Positions positions) implements Finding {
        @Override
        public String sentence() {
            return positions + " " + positions.are() + " missing: positions have no gaps, so "
                    + (positions.first() == positions.last() ? "this event was" : "these events were") + " removed";
        }
    }

    record Repeated(long position) implements Finding {
        @Override
        public String sentence() {
            return "position " + position + " appears twice";
        }
    }

    record OutOfOrder(long position, long after) implements Finding {
        @Override
        public String sentence() {
            return "position " + position + " is out of order: it stands after position " + after;
        }
    }

    /** An event is not what its leaf commits to. */
    record Altered(long position, Hash computed, Hash recorded) implements Finding {
        @Override
        public String sentence() {
            return "the event at position " + position + " was altered: its leaf is " + computed.base64()
                    + ", but the ledger has " + recorded.base64() + " for it";
        }
    }

    /** A leaf is not that of its event, and the event is the one that was signed. */
    record LeafAltered(long position, Hash computed, Hash recorded) implements Finding {
        @Override
        public String sentence() {
            return "the leaf at position " + position + " was altered: the ledger has " + recorded.base64()
                    + ", but the event is the one that was signed, and its leaf is " + computed.base64();
        }
    }

    record Swapped(long position, long other) implements Finding {
        @Override
        public String sentence() {
            return "the events at positions " + position + " and " + other
                    + " were swapped: each is the one that was recorded at the other position";
        }
    }

    /** As when three or more events changed places. */
    record Moved(long position, long from) implements Finding {
        @Override
        public String sentence() {
            return "the event at position " + position
                    + " was moved there: it is the one that was recorded at position " + from;
        }
    }

    /**
     * Events are gone from the end.
     *
     * @param witness what shows that they were there
     */
    record Truncated(Positions positions, String witness) implements Finding {
        @Override
        public String sentence() {
            return positions + " " + positions.are() + " missing at the end: " + witness + " covers "
                    + (positions.first() == positions.last() ? "it" : "them");
        }
    }

    /**
     * Events are not those that were signed.
     *
     * @param positions from the largest checkpoint that fits to the smallest that does not
     * @param hasNamed whether altered events among them were found, each of which is named
     */
    record Rewritten(Positions positions, SignedCheckpoint misfit, boolean hasNamed) implements Finding {
        @Override
        public String sentence() {
            return "the root at size " + misfit.size() + " is not that of " + misfit + ": "
                    + (hasNamed ? "apart from what is named of them, " : "")
                    + (positions.first() == positions.last()
                            ? "the event at " + positions + " was rewritten together with its leaf"
                            : "events at " + positions + " were rewritten together with their leaves")
                    + (positions.first() == 0 ? "" : "; those before are as they were signed");
        }
    }

    /** Two different logs of one size were signed. */
    record Equivocation(SignedCheckpoint one, SignedCheckpoint other) implements Finding {
        @Override
        public String sentence() {
            return "equivocation at size " + one.size() + ": the log was signed with root "
                    + one.root().base64() + " in " + one.source() + ", and with root "
                    + other.root().base64() + " in " + other.source();
        }
    }

    /** Two different logs of different sizes were signed. */
    record Contradiction(SignedCheckpoint misfit, SignedCheckpoint fit) implements Finding {
        @Override
        public String sentence() {
            return misfit + " contradicts " + fit + ": this export has the root of the larger one, whose first "
                    + misfit.size() + " events do not have the root of the smaller one";
        }
    }

    /** Events were put behind the end of the tree. */
    record BeyondTree(Positions positions, long treeSize) implements Finding {
        @Override
        public String sentence() {
            return positions + " " + positions.are() + " in no tree: the ledger's tree ended after " + treeSize
                    + " events when it was exported";
        }
    }

    /** A restored ledger is not the beginning of the published one. */
    record Parted(long position) implements Finding {
        @Override
        public String sentence() {
            return "the event at position " + position
                    + " is not the one that was published there: from here on the two are different ledgers";
        }
    }

    /** A restored ledger has events of which nothing given shows that they were published. */
    record Unpublished(Positions positions) implements Finding {
        @Override
        public String sentence() {
            return positions + " " + positions.are()
                    + " not shown to have been published: no checkpoint given ends there, and no export given goes so far";
        }
    }

    /**
     * Nobody vouches for a checkpoint.
     *
     * @param reason continues the sentence
     */
    record Untrusted(String source, String reason) implements Finding {
        @Override
        public String sentence() {
            return "the checkpoint in " + source + " is not to be trusted: " + reason;
        }
    }

    record ForeignOrigin(String source, String origin, String expected) implements Finding {
        @Override
        public String sentence() {
            return "the checkpoint in " + source + " is of another log: its origin is " + origin + ", not " + expected;
        }
    }
}
