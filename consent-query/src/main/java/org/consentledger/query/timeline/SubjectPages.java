package org.consentledger.query.timeline;

import java.util.Comparator;
import java.util.List;
import org.consentledger.http.access.Limits;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.consent.SubjectFacts;
import org.consentledger.query.console.SubjectLink;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.paging.Missing;
import org.consentledger.query.paging.Page;
import org.consentledger.query.paging.PositionCursor;
import org.consentledger.query.transfer.TransferFilter;
import org.consentledger.query.transfer.TransferTallies;
import org.consentledger.query.transfer.Transfers;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what stands on a subject's page besides the moment. */
@Component
class SubjectPages {

    private static final String LIST = "subject-page";
    private static final int TRANSFERS = 25;
    static final int STOPS_MAX = 200;
    private static final int RULINGS_MAX = 50;

    private static final List<String> RULINGS =
            List.of("LegalHoldPlaced", "LegalHoldReleased", "ErasureRequested", "SubjectErased");

    private final LedgerReader ledger;
    private final SubjectFacts facts;
    private final Transfers transfers;
    private final TransferTallies counts;
    private final List<SubjectLink> links;

    SubjectPages(
            LedgerReader ledger,
            SubjectFacts facts,
            Transfers transfers,
            TransferTallies counts,
            ObjectProvider<SubjectLink> links) {
        this.ledger = ledger;
        this.facts = facts;
        this.transfers = transfers;
        this.counts = counts;
        this.links = links.stream().sorted().toList();
    }

    /** 404 unless the ledger holds anything of the subject, whether or not they were erased. */
    void requireKnown(SubjectId subject) {
        if (ledger.read(new EventFilter(-1, 1, null, subject.value(), null)).isEmpty()) {
            throw Missing.because(ProblemCode.NOT_FOUND);
        }
    }

    SubjectPage page(SubjectId subject, Question question, Moment moment, @Nullable String cursor) {
        var all = facts.of(subject, null);
        var stops = all.facts().stream()
                .map(placed -> new Stop(placed.position(), placed.recordedAt()))
                .toList();
        var upTo = cursor == null ? Long.MAX_VALUE : PositionCursor.after(cursor, LIST) - 1;
        var filter = TransferFilter.within(Limits.none(), subject, null, null, null, null, null);
        var page = Page.of(transfers.newest(filter, upTo, TRANSFERS + 1), TRANSFERS);
        return new SubjectPage(
                subject,
                question,
                moment,
                stops.subList(Math.max(0, stops.size() - STOPS_MAX), stops.size()),
                stops.size() <= STOPS_MAX,
                rulings(subject),
                counts.span(subject, Knowledge.upTo(Long.MAX_VALUE)).number(),
                page,
                page.more()
                        ? PositionCursor.at(LIST, page.items().getLast().position())
                                .encode()
                        : null,
                links);
    }

    private List<RecordedEvent> rulings(SubjectId subject) {
        return RULINGS.stream()
                .flatMap(type -> ledger.read(new EventFilter(-1, RULINGS_MAX, type, subject.value(), null)).stream())
                .sorted(Comparator.comparingLong(RecordedEvent::position))
                .toList();
    }
}
