package org.consentledger.query.webhook;

/** Whether events are sent. */
public enum WebhookState {
    /** They are. */
    ACTIVE,
    /** Not until somebody resumes it. */
    PAUSED,
    /** Nor here: the receiver answered 410, so it wants no more. */
    GONE
}
