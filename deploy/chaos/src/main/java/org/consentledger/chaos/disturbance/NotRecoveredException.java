package org.consentledger.chaos.disturbance;

/** The ledger did not come back to work by itself. */
public final class NotRecoveredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRecoveredException(String message) {
        super(message);
    }

    NotRecoveredException(String message, Throwable cause) {
        super(message, cause);
    }
}
