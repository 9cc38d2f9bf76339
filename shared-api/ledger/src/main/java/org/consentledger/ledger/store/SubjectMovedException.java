package org.consentledger.ledger.store;

import org.axonframework.modelling.command.ConcurrencyException;

/** Whom a command is about became known, or was erased, or began anew, while it was decided. */
public final class SubjectMovedException extends ConcurrencyException {

    private static final long serialVersionUID = 1L;

    public SubjectMovedException() {
        super("the subject moved on while a command was decided");
    }
}
