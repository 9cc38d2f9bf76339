package org.consentledger.ledger.tree;

import org.consentledger.setting.SettingException;

/** The ledger is not what its tree says, or no longer what was signed of it. */
public final class BrokenTreeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message names positions and sizes, and nothing personal */
    public BrokenTreeException(String message) {
        super(message);
    }

    /** Why a service does not start. */
    public SettingException refusal() {
        return new SettingException(
                "THE LEDGER IS BROKEN: " + getMessage() + ". Leave the database as it is, find out what"
                        + " happened with the verifier and an export, and restore a state that the newest checkpoint covers",
                this);
    }
}
