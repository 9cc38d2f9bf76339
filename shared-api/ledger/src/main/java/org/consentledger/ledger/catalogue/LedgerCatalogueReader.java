package org.consentledger.ledger.catalogue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.ledger.coalescing.Coalescer;
import org.consentledger.ledger.reading.LedgerReader;

/**
 * Keeps the newest committed catalogue in memory and reads only what came after it: one short query when nothing did,
 * shared by all who ask at the same time. Positions are in commit order, so nothing can appear below the position already
 * folded in.
 */
public final class LedgerCatalogueReader implements CatalogueReader {

    private static final int WAITING_MAX = 10_000;
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private final LedgerReader ledger;
    private final Coalescer<Boolean, Catalogue> looks = new Coalescer<>(this::look, WAITING_MAX, WAITING_MAX, WAIT_MAX);
    private volatile Catalogue newest = Catalogue.EMPTY;

    public LedgerCatalogueReader(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @Override
    public Catalogue current() {
        return looks.ask(true);
    }

    @Override
    public Catalogue atHand() {
        return newest;
    }

    /** One at a time, so the catalogue never goes back. */
    private List<Catalogue> look(List<Boolean> asked) {
        var later = ledger.catalogueAfter(newest.position()).stream()
                .map(recorded -> new Catalogue.Entry(recorded.position(), recorded.event()))
                .toList();
        if (!later.isEmpty()) {
            newest = newest.with(later);
        }
        return Collections.nCopies(asked.size(), newest);
    }
}
