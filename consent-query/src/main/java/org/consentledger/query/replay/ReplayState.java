package org.consentledger.query.replay;

/** How a replay stands. */
public enum ReplayState {
    /** Waits for those before it. */
    QUEUED,
    RUNNING,
    DONE,
    /** Somebody wanted it no longer. */
    CANCELLED,
    FAILED;

    /** Whether nothing will change any more. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case DONE, CANCELLED, FAILED -> true;
        };
    }
}
