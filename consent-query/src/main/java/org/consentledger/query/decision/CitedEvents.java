package org.consentledger.query.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.notice.Notice;
import org.consentledger.query.notice.NoticeIndex;
import org.consentledger.recipient.Recipient;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.Circumstance;
import org.consentledger.transfer.Explanation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the events that an explanation rests on, in the ledger itself. */
@Component
final class CitedEvents {

    /** Of one recipient or one notice, far more than there ever are. */
    private static final int STREAM_MAX = 1000;

    private static final String ERASED = "SubjectErased";

    private final LedgerReader ledger;
    private final Unsealing unsealing;
    private final NoticeIndex index;

    CitedEvents(LedgerReader ledger, Unsealing unsealing, NoticeIndex index) {
        this.ledger = ledger;
        this.unsealing = unsealing;
        this.index = index;
    }

    /** @param subject null if nobody is known whose erasure could be cited */
    Citations of(@Nullable SubjectId subject, List<Explanation> explanations) {
        var ids = new TreeSet<String>();
        var streams = new TreeSet<String>();
        explanations.stream()
                .flatMap(explanation -> explanation.findings().stream())
                .flatMap(finding -> finding.circumstances().stream())
                .forEach(circumstance -> {
                    ids(circumstance).forEach(ids::add);
                    streams(circumstance).forEach(streams::add);
                });
        var found = new ArrayList<RecordedEvent>();
        if (!ids.isEmpty()) {
            found.addAll(ledger.events(ids));
        }
        streams.forEach(stream -> found.addAll(read(null, stream)));
        if (subject != null) {
            found.addAll(read(ERASED, subject.value()));
        }
        return new Citations(unsealing.of(found), index);
    }

    private List<RecordedEvent> read(@Nullable String type, String stream) {
        return ledger.read(new EventFilter(-1, STREAM_MAX, type, stream, null));
    }

    private static Stream<String> ids(Circumstance circumstance) {
        return switch (circumstance) {
            case Circumstance.OfConsent of -> Stream.ofNullable(of.status().eventId());
            case Circumstance.OfObjection of ->
                Stream.ofNullable(of.objection()).map(objection -> objection.eventId());
            default -> Stream.empty();
        };
    }

    private static Stream<String> streams(Circumstance circumstance) {
        return switch (circumstance) {
            case Circumstance.OfRecipient of ->
                Stream.of(Recipient.streamId(of.recipient().recipient()));
            case Circumstance.OfPurpose of ->
                Stream.of(Notice.streamId(of.notice().notice()));
            case Circumstance.NoPurpose of -> of.inForce().stream().map(notice -> Notice.streamId(notice.notice()));
            case Circumstance.OfConsent of ->
                Stream.ofNullable(of.askedAgainBy()).map(notice -> Notice.streamId(notice.notice()));
            default -> Stream.empty();
        };
    }
}
