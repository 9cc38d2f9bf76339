package org.consentledger.query.receipt;

import java.util.List;
import java.util.Optional;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.log.jws.CompactJws;
import org.consentledger.query.knowledge.CatalogueHistory;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.log.LogKeys;
import org.consentledger.query.log.ProvenEvents;
import org.consentledger.subject.SubjectEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes receipts. None is kept: the ledger holds all that it takes to make one again. */
@Component
final class Receipts {

    private static final String TYPE = "consent-receipt+jws";

    private final LedgerReader ledger;
    private final Unsealing unsealing;
    private final CatalogueHistory catalogues;
    private final ProvenEvents provenEvents;
    private final LogKeys keys;
    private final ReceiptContent contents;
    private final JsonMapper json;

    Receipts(
            LedgerReader ledger,
            Unsealing unsealing,
            CatalogueHistory catalogues,
            ProvenEvents provenEvents,
            LogKeys keys,
            ControllerProperties controller,
            JsonMapper json) {
        this.ledger = ledger;
        this.unsealing = unsealing;
        this.catalogues = catalogues;
        this.provenEvents = provenEvents;
        this.keys = keys;
        this.contents = new ReceiptContent(keys.origin(), controller);
        this.json = json;
    }

    /**
     * The receipt of an event; empty if there is no such event.
     *
     * @throws ProblemException if no checkpoint covers the event in time: 503, to be tried again
     */
    Optional<Receipt> of(String eventId) {
        return ledger.event(eventId).map(recorded -> {
            var proven = provenEvents.at(recorded.position());
            var known = catalogues.asOf(Knowledge.upTo(recorded.position()));
            // last, as the subject may have been erased while a checkpoint was awaited
            var unsealed = unsealing.of(List.of(recorded)).getFirst();
            var payload = json.writeValueAsString(contents.of(unsealed, known));
            return new Receipt(
                    recorded.event() instanceof SubjectEvent about
                            ? about.subjectId().value()
                            : null,
                    CompactJws.sign(header(), payload, keys.newest()).toString(),
                    json.readTree(payload),
                    proven);
        });
    }

    /** EdDSA, not the newer Ed25519 (RFC 9864): every client that knows Ed25519 at all verifies the former. */
    private String header() {
        return json.writeValueAsString(new Members()
                .with("alg", "EdDSA")
                .with("typ", TYPE)
                .with("cty", "ld+json")
                .with("kid", keys.newest().verification().keyId()));
    }
}
