package org.consentledger.query.report.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.objection.ObjectionEvent;
import org.consentledger.subject.SubjectId;
import org.consentledger.timeline.ConsentFact;
import org.consentledger.timeline.Fact;
import org.consentledger.timeline.ObjectionFact;
import org.consentledger.timeline.Timeline;
import org.consentledger.transfer.TransferEvent;
import org.consentledger.transfer.TransferRefused;
import org.jspecify.annotations.Nullable;

/**
 * All events of one subject, read once from the ledger itself, a page at a time: facts are kept, and of what is listed the newest.
 */
final class SubjectStream {

    private static final int PAGE_EVENTS = 1_000;

    private final ReportSpan span;
    private final List<Fact> facts = new ArrayList<>();
    private final Newest<RecordedEvent> statements;
    private final Newest<RecordedEvent> transfers;
    private final SortedMap<String, Contact> contacts = new TreeMap<>();
    private @Nullable Instant erasedAt;
    private boolean isEmpty = true;

    private SubjectStream(ReportSpan span) {
        this.span = span;
        this.statements = new Newest<>(span.most());
        this.transfers = new Newest<>(span.most());
    }

    /** Nothing, for somebody whom the ledger does not know or must not tell of. */
    static SubjectStream empty(ReportSpan span) {
        return new SubjectStream(span);
    }

    /** @param reached position of the last event that counts */
    static SubjectStream read(LedgerReader ledger, SubjectId subject, long reached, ReportSpan span) {
        var stream = new SubjectStream(span);
        var after = -1L;
        while (after < reached) {
            var page = ledger.read(new EventFilter(after, PAGE_EVENTS, null, subject.value(), null));
            page.stream().filter(recorded -> recorded.position() <= reached).forEach(stream::add);
            if (page.size() < PAGE_EVENTS) {
                break;
            }
            after = page.getLast().position();
        }
        return stream;
    }

    private void add(RecordedEvent recorded) {
        isEmpty = false;
        switch (recorded.event()) {
            case ConsentEvent e -> ConsentFact.of(e, recorded.id()).ifPresent(facts::add);
            case ObjectionEvent e -> facts.add(ObjectionFact.of(e, recorded.id()));
            case SubjectErased e -> erased(e.erasedAt());
            default -> {}
        }
        if (!span.holds(Statements.worldTime(recorded))) {
            return;
        }
        if (recorded.event() instanceof TransferEvent transfer) {
            transfers.add(recorded);
            contacts.merge(transfer.transfer().recipient(), Contact.of(transfer), Contact::plus);
        } else {
            statements.add(recorded);
        }
    }

    /** Of several erasures the earliest counts. */
    private void erased(Instant at) {
        if (erasedAt == null || at.isBefore(erasedAt)) {
            erasedAt = at;
        }
    }

    /** Whether the ledger holds nothing of the subject, within the span or outside of it. */
    boolean isEmpty() {
        return isEmpty;
    }

    Timeline timeline() {
        return Timeline.of(facts);
    }

    @Nullable Instant erasedAt() {
        return erasedAt;
    }

    Newest<RecordedEvent> statements() {
        return statements;
    }

    Newest<RecordedEvent> transfers() {
        return transfers;
    }

    /** By recipient code, in its order. */
    SortedMap<String, Contact> contacts() {
        return contacts;
    }

    /**
     * What one recipient had to do with the subject's data.
     *
     * @param first when data first went there; null if they never did
     * @param last when they last did; null if they never did
     */
    record Contact(
            long sent,
            long refused,
            @Nullable Instant first,
            @Nullable Instant last) {

        static Contact of(TransferEvent event) {
            var at = event.transfer().occurredAt();
            return event instanceof TransferRefused ? new Contact(0, 1, null, null) : new Contact(1, 0, at, at);
        }

        Contact plus(Contact more) {
            return new Contact(
                    sent + more.sent,
                    refused + more.refused,
                    first == null || (more.first != null && more.first.isBefore(first)) ? more.first : first,
                    last == null || (more.last != null && more.last.isAfter(last)) ? more.last : last);
        }
    }
}
