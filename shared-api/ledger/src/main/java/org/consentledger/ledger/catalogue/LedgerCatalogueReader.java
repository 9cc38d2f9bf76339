package org.consentledger.ledger.catalogue;

import java.util.concurrent.atomic.AtomicReference;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.ledger.reading.LedgerReader;

/**
 * Keeps the newest committed catalogue in memory and reads only what came after it: one short query when nothing did.
 * Positions are in commit order, so nothing can appear below the position already folded in.
 */
public final class LedgerCatalogueReader implements CatalogueReader {

    private final LedgerReader ledger;
    private final AtomicReference<Catalogue> newest = new AtomicReference<>(Catalogue.EMPTY);

    public LedgerCatalogueReader(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @Override
    public Catalogue current() {
        var known = newest.get();
        var later = ledger.catalogueAfter(known.position()).stream()
                .map(recorded -> new Catalogue.Entry(recorded.position(), recorded.event()))
                .toList();
        if (later.isEmpty()) {
            return known;
        }
        var read = known.with(later);
        newest.updateAndGet(other -> other.position() > read.position() ? other : read);
        return read;
    }
}
