package org.consentledger.query.feed;

import java.util.List;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.springframework.stereotype.Component;

/** Presents events of this ledger as CloudEvents (version 1.0.2 of the specification). */
@Component
public final class CloudEvents {

    private static final String VERSION = "1.0";
    /** What stands before an event's name in its type. */
    static final String TYPE_PREFIX = "org.consentledger.";

    private static final String JSON = "application/json";

    private final LedgerReader ledger;
    private final String source;

    CloudEvents(LedgerReader ledger, SourceUri source) {
        this.ledger = ledger;
        this.source = source.uri().toString();
    }

    /** In the same order. */
    public List<CloudEvent> of(List<RecordedEvent> events) {
        return events.stream().map(this::of).toList();
    }

    private CloudEvent of(RecordedEvent recorded) {
        var trace = recorded.traceParent();
        return new CloudEvent(
                VERSION,
                recorded.id(),
                source,
                TYPE_PREFIX + recorded.type(),
                recorded.streamId(),
                recorded.recordedAt(),
                JSON,
                "urn:consent-ledger:event:" + recorded.type() + ":" + recorded.revision(),
                Long.toString(recorded.position()),
                recorded.clientId(),
                trace == null ? null : trace.value(),
                ledger.json(recorded.event()));
    }
}
