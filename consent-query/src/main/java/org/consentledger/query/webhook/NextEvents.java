package org.consentledger.query.webhook;

import java.util.Comparator;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.UnreadableEventException;
import org.consentledger.query.feed.Scan;
import org.consentledger.query.projection.LedgerHead;
import org.springframework.stereotype.Component;

/** What is to be delivered next. */
@Component
class NextEvents {

    private static final int PAGE_EVENTS = 100;

    private final LedgerReader ledger;
    private final LedgerHead head;

    NextEvents(LedgerReader ledger, LedgerHead head) {
        this.ledger = ledger;
        this.head = head;
    }

    /**
     * Reads on behind a position. Finds few, or nothing, before the end if it would have to look at too much.
     *
     * @throws UnreadableEventException if the very next event is of a release that is newer than this one
     */
    Scan.Found<RecordedEvent> after(Webhook webhook, long position) {
        var end = Math.max(position, head.position());
        while (true) {
            try {
                return read(webhook.choice(), webhook.personalData(), position, end);
            } catch (UnreadableEventException e) {
                if (e.position() <= position + 1) {
                    throw e;
                }
                // what comes before it is not held back by it
                end = e.position() - 1;
            }
        }
    }

    private Scan.Found<RecordedEvent> read(EventChoice choice, boolean personalData, long position, long end) {
        var scan = Scan.of(ledger::read, RecordedEvent::position);
        var found = choice.roughly(personalData).stream()
                .map(filter -> scan.next(filter, position, end, PAGE_EVENTS))
                .toList();
        var upTo = found.stream().mapToLong(Scan.Found::upTo).min().orElse(end);
        return new Scan.Found<>(
                found.stream()
                        .flatMap(some -> some.items().stream())
                        .filter(event -> event.position() <= upTo && choice.lets(event, personalData))
                        .sorted(Comparator.comparingLong(RecordedEvent::position))
                        .toList(),
                upTo);
    }
}
