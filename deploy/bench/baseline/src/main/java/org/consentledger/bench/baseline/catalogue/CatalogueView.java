package org.consentledger.bench.baseline.catalogue;

import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.consentledger.LedgerEvent;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.notice.NoticePublished;
import org.consentledger.recipient.RecipientEvent;
import org.springframework.stereotype.Component;

/** Notices and recipients in memory, as far as they were published since the start. */
@Component
@ProcessingGroup("catalogue")
public class CatalogueView {

    private final AtomicReference<Catalogue> current = new AtomicReference<>(Catalogue.EMPTY);

    public Catalogue current() {
        return current.get();
    }

    @EventHandler
    void on(NoticePublished event) {
        add(event);
    }

    @EventHandler
    void on(RecipientEvent event) {
        add(event);
    }

    private void add(LedgerEvent event) {
        current.updateAndGet(before -> before.with(event, before.position() + 1));
    }
}
