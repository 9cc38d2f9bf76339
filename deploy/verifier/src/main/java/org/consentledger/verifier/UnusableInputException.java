package org.consentledger.verifier;

import java.util.Objects;

/** What was given cannot be read or is not what it should be, so that nothing can be said of the ledger. */
final class UnusableInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message one sentence for the user */
    UnusableInputException(String message) {
        super(message);
    }

    UnusableInputException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
