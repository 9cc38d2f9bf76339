package org.consentledger.diagnosis;

/** What was given cannot be used; the message is one sentence. */
final class UnusableCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableCallException(String message) {
        super(message);
    }
}
