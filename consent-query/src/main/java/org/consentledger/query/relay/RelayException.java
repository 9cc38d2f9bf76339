package org.consentledger.query.relay;

/** The relay cannot go on as things are, and says why. The message is of ours and quotes no event. */
final class RelayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RelayException(String message) {
        super(message);
    }
}
