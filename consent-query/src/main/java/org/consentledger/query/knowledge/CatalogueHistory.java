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
    private volatile Complete latest = new Complete(Catalogue.EMPTY, -1);

    CatalogueHistory(CatalogueReader newest, LedgerReader ledger) {
        this.newest = newest;
        this.ledger = ledger;
    }

    /**
     * Mostly what is kept in memory; the past is folded anew, at the cost of reading all catalogue events.
     *
     * @param knowledge of nothing that the ledger has not reached yet
     */
    public Catalogue asOf(Knowledge knowledge) {
        var known = latest;
        if (knowledge.position() <= known.upTo()
                && knowledge.coversAll(known.catalogue().position())) {
            return known.catalogue();
        }
        var current = newest.current();
        // read after the ledger had reached that position, it holds everything up to there
        latest = new Complete(current, Math.max(knowledge.position(), current.position()));
        return knowledge.coversAll(current.position()) ? current : folded(knowledge);
    }

    /** A catalogue that holds everything up to a position. */
    private record Complete(Catalogue catalogue, long upTo) {}

    private Catalogue folded(Knowledge knowledge) {
        return Catalogue.EMPTY.with(ledger.catalogueAfter(-1).stream()
                .filter(knowledge::covers)
                .map(recorded -> new Catalogue.Entry(recorded.position(), recorded.event()))
                .toList());
    }
}
