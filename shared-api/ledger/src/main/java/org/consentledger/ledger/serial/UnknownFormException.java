package org.consentledger.ledger.serial;

import org.axonframework.serialization.SerializationException;

/**
 * Something is stored under a name, or in a revision of it, that this release does not know: most likely a newer one wrote it.
 * What it means cannot be guessed, so nothing is to be decided or answered without it.
 */
public final class UnknownFormException extends SerializationException {

    private static final long serialVersionUID = 1L;

    UnknownFormException(String message) {
        super(message);
    }
}
