package org.consentledger.ledger.reading;

import org.consentledger.ledger.serial.UnknownFormException;

/** An event of a type, or in a revision, that this release does not know: a node of a newer one reads it. */
public final class UnknownEventFormException extends UnreadableEventException {

    private static final long serialVersionUID = 1L;

    UnknownEventFormException(long position, String id, String storedType) {
        super(position, id, storedType, UnknownFormException.class.getSimpleName());
    }
}
