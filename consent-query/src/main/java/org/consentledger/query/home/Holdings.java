package org.consentledger.query.home;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.query.log.NewestCheckpoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what the ledger holds. */
@Component
class Holdings {

    /** Subjects are counted one by one; nobody needs to know within seconds. */
    private static final Duration COUNT_KEPT = Duration.ofSeconds(30);

    private final LedgerReader ledger;
    private final CatalogueReader catalogue;
    private final NewestCheckpoint checkpoint;
    private final LoadingCache<String, Long> subjects;

    Holdings(LedgerReader ledger, CatalogueReader catalogue, NewestCheckpoint checkpoint, JdbcClient jdbc) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.checkpoint = checkpoint;
        this.subjects = Caffeine.newBuilder()
                .expireAfterWrite(COUNT_KEPT)
                .build(statement -> jdbc.sql(statement).query(Long.class).single());
    }

    Held now() {
        var known = catalogue.current();
        var signed = checkpoint.signed();
        return new Held(
                ledger.head() + 1,
                subjects.get("SELECT count(*) FROM keyring.subject"),
                known.allNotices().size(),
                known.recipients().size(),
                signed.map(NewestCheckpoint.Signed::size).orElse(0L),
                signed.map(NewestCheckpoint.Signed::at).orElse(null));
    }
}
