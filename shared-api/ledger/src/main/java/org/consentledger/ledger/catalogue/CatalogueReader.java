package org.consentledger.ledger.catalogue;

import org.consentledger.catalogue.Catalogue;

/** Knows the catalogue. */
@FunctionalInterface
public interface CatalogueReader {

    /** All notices and recipients committed when this was called. */
    Catalogue current();
}
