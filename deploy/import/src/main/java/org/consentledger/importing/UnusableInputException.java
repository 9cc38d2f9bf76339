package org.consentledger.importing;

/** What was given cannot be used; the message says why in one sentence, and quotes no row. */
final class UnusableInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableInputException(String message) {
        super(message);
    }
}
