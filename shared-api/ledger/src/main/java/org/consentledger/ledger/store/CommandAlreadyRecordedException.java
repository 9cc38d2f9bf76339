package org.consentledger.ledger.store;

import org.axonframework.modelling.command.ConcurrencyException;

/** The ledger holds events of the same command: of an earlier attempt, or of one on another node. */
public final class CommandAlreadyRecordedException extends ConcurrencyException {

    private static final long serialVersionUID = 1L;

    CommandAlreadyRecordedException() {
        super("the command is recorded already");
    }
}
