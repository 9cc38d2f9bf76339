package org.consentledger.query.replay;

/**
 * Something that is not as it was signed.
 *
 * @param from position of the first event that it may concern
 * @param to position of the last one; the same where it is known which one it is
 */
public record ReplayFinding(Kind kind, long from, long to) {

    /** What is wrong. */
    public enum Kind {
        /** The event is not what its leaf says: one of both was altered. */
        ALTERED,
        /** There is no event where one must be. */
        MISSING,
        /** The event cannot be understood, and so is not in the state. */
        UNREADABLE,
        /** Something among these is not what the checkpoint signed, though event and leaf agree. */
        NOT_AS_SIGNED
    }
}
