package org.consentledger.ledger.store;

import java.time.Instant;

/** What became of what one command wanted to record. */
sealed interface AppendOutcome {

    /**
     * It stands in the ledger, durably.
     *
     * @param firstPosition of its first event; the others follow without a gap
     */
    record Recorded(long firstPosition, Instant recordedAt) implements AppendOutcome {}

    /** The command's identity stands in the ledger already; nothing was recorded now. */
    record AlreadyRecorded() implements AppendOutcome {}

    /** Who its subject is stands otherwise than the command thought; nothing was recorded. */
    record SubjectMoved() implements AppendOutcome {}

    /** The stream does not end where the command thought; nothing was recorded. */
    record StreamMoved() implements AppendOutcome {}

    /** The catalogue changed in a way that matters to the decision; nothing was recorded. */
    record CatalogueMoved() implements AppendOutcome {}

    /** It could not be recorded for a reason of its own; the others of its round were not affected. */
    record Failed(RuntimeException cause) implements AppendOutcome {}
}
