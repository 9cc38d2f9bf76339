package org.consentledger.query.knowledge;

import org.consentledger.catalogue.Catalogue;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.reading.LedgerReader;
import org.springframework.stereotype.Component;

/** The notices and recipients as the ledger knew them at some point. */
@Component
public final class CatalogueHistory {

    private final CatalogueReader newest;
    private final LedgerReader ledger;

    CatalogueHistory(CatalogueReader newest, LedgerReader ledger) {
        this.newest = newest;
        this.ledger = ledger;
    }

    /** Mostly what is kept in memory; the past is folded anew, at the cost of reading all catalogue events. */
    public Catalogue asOf(Knowledge knowledge) {
        var current = newest.current();
        return knowledge.coversAll(current.position()) ? current : folded(knowledge);
    }

    private Catalogue folded(Knowledge knowledge) {
        return Catalogue.EMPTY.with(ledger.catalogueAfter(-1).stream()
                .filter(knowledge::covers)
                .map(recorded -> new Catalogue.Entry(recorded.position(), recorded.event()))
                .toList());
    }
}
