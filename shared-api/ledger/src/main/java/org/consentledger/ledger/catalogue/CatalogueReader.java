package org.consentledger.ledger.catalogue;

import org.consentledger.catalogue.Catalogue;

/** Knows the catalogue. */
@FunctionalInterface
public interface CatalogueReader {

    /** All notices and recipients committed when this was called. */
    Catalogue current();

    /**
     * The newest catalogue that this process has seen; the ledger may hold a newer one. Asks nobody. Good enough to decide on
     * where it is found out later whether it had moved on.
     */
    default Catalogue atHand() {
        return current();
    }
}
