package org.consentledger.ledger.store;

import org.axonframework.modelling.command.ConcurrencyException;

/** The catalogue that a transfer was decided on is not the newest any more, in a way that may matter to the decision. */
public final class CatalogueMovedException extends ConcurrencyException {

    private static final long serialVersionUID = 1L;

    CatalogueMovedException() {
        super("the catalogue changed while a transfer was decided");
    }
}
