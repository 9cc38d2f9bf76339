package org.consentledger.timeline;

/** How a subject stands to one purpose at one moment. */
public enum ConsentState {
    NOT_GIVEN,
    GIVEN,
    REFUSED,
    REVOKED,
    /** Given once, and its validity has ended. */
    EXPIRED,
    /** Given once, under a version after which the controller asks again. */
    OUTDATED
}
