package org.consentledger.command.desk;

import org.consentledger.Rejection;

/** The rules do not accept a command; nothing was recorded. */
public final class CommandRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    public CommandRejectedException(Rejection rejection) {
        super(rejection.code().name());
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
