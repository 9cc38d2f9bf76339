package org.consentledger.log.note;

/** Nobody who is trusted signed a note, or a signature is wrong. */
public final class UntrustedNoteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UntrustedNoteException(String message) {
        super(message);
    }
}
