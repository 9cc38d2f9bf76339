package org.consentledger.ledger.tree;

/** The ledger is not what its tree says, or no longer what was signed of it. */
public final class BrokenTreeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message names positions and sizes, and nothing personal */
    public BrokenTreeException(String message) {
        super(message);
    }
}
