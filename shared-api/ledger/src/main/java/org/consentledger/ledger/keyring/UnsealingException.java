package org.consentledger.ledger.keyring;

import org.jspecify.annotations.Nullable;

/** Something encrypted cannot be read: it was altered, or encrypted with another key. */
public final class UnsealingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsealingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
