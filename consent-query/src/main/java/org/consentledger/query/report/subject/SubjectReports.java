package org.consentledger.query.report.subject;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.notice.Basis;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.AccessesToSubject;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.knowledge.CatalogueHistory;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.language.Language;
import org.consentledger.query.log.CheckpointView;
import org.consentledger.query.log.LogKeys;
import org.consentledger.query.log.NewestCheckpoint;
import org.consentledger.query.paging.Missing;
import org.consentledger.query.receipt.ControllerProperties;
import org.consentledger.query.report.Controller;
import org.consentledger.query.report.ReportPlaces;
import org.consentledger.query.report.subject.SubjectReport.ReportedAccess;
import org.consentledger.query.report.subject.SubjectReport.ReportedAccesses;
import org.consentledger.query.report.subject.SubjectReport.ReportedConsent;
import org.consentledger.query.report.subject.SubjectReport.ReportedObjection;
import org.consentledger.query.report.subject.SubjectReport.ReportedPurpose;
import org.consentledger.query.report.subject.SubjectReport.ReportedRecipient;
import org.consentledger.query.report.subject.SubjectReport.ReportedStatements;
import org.consentledger.query.report.subject.SubjectReport.ReportedTransfer;
import org.consentledger.query.report.subject.SubjectReport.ReportedTransfers;
import org.consentledger.query.subject.SubjectFilter;
import org.consentledger.recipient.Recipient;
import org.consentledger.subject.SubjectEvent;
import org.consentledger.subject.SubjectId;
import org.consentledger.timeline.ConsentStatus;
import org.consentledger.timeline.Timeline;
import org.consentledger.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a subject's report, from the ledger itself: everything in it is of one position. Asking for one is an access, and stands in
 * the access log before the report is handed out.
 */
@Component
public final class SubjectReports {

    private final LedgerReader ledger;
    private final Unsealing unsealing;
    private final SubjectFilter subjects;
    private final CatalogueHistory catalogues;
    private final AccessesToSubject accesses;
    private final AccessLog log;
    private final NewestCheckpoint checkpoint;
    private final ReportPlaces places;
    private final Rights rights;
    private final Controller controller;
    private final Clock clock;

    SubjectReports(
            LedgerReader ledger,
            Unsealing unsealing,
            SubjectFilter subjects,
            CatalogueHistory catalogues,
            AccessesToSubject accesses,
            AccessLog log,
            NewestCheckpoint checkpoint,
            ReportPlaces places,
            Rights rights,
            ControllerProperties controller,
            LogKeys keys,
            Clock clock) {
        this.ledger = ledger;
        this.unsealing = unsealing;
        this.subjects = subjects;
        this.catalogues = catalogues;
        this.accesses = accesses;
        this.log = log;
        this.checkpoint = checkpoint;
        this.places = places;
        this.rights = rights;
        this.controller = Controller.of(controller, keys);
        this.clock = clock;
    }

    /**
     * Of whoever has a reference. Of somebody erased it tells that they were, and nothing else.
     *
     * @param language of the rights
     * @throws ProblemException if no checkpoint covers the report in time, or too many reports are being made: 503
     */
    public SubjectReport ofReference(String reference, ReportSpan span, Language language, Reader reader) {
        var reached = ledger.head();
        var covering = checkpoint.covering(reached);
        return places.make(() -> {
            // after the wait, in which the subject may have been erased
            var known = subjects.known(reference);
            var told = new Told(reference, known.legibleId(), known.erasedAt());
            return made(told, reached, covering, span, language, reader);
        });
    }

    /**
     * Of whoever has a pseudonym; of somebody erased, all that is not personal.
     *
     * @param language of the rights
     * @throws ProblemException if the ledger holds nothing of them: 404; if no checkpoint covers the report in time, or too many
     *     reports are being made: 503
     */
    public SubjectReport ofPseudonym(SubjectId subject, ReportSpan span, Language language, Reader reader) {
        var reached = ledger.head();
        var covering = checkpoint.covering(reached);
        return places.make(
                () -> made(new Told(null, subject.value(), null), reached, covering, span, language, reader));
    }

    /**
     * Whom a report is about.
     *
     * @param reference as the caller gave it
     * @param id null if nothing may be told
     */
    private record Told(
            @Nullable String reference,
            @Nullable String id,
            @Nullable Instant erasedAt) {}

    private SubjectReport made(
            Told told, long reached, CheckpointView covering, ReportSpan span, Language language, Reader reader) {
        var id = told.id == null ? null : new SubjectId(told.id);
        var stream = id == null ? SubjectStream.empty(span) : SubjectStream.read(ledger, id, reached, span);
        if (told.reference == null && stream.isEmpty()) {
            throw Missing.because(ProblemCode.NOT_FOUND);
        }
        var catalogue = catalogues.asOf(Knowledge.upTo(reached));
        var now = clock.instant();
        var timeline = stream.timeline();
        var shown = accesses(id, span);
        log.enter(reader, ReadOperation.SUBJECT_REPORT, stream.isEmpty() ? null : told.id);
        var transfers = unsealing.of(stream.transfers().listed());
        return new SubjectReport(
                controller,
                told.reference == null ? reference(stream) : told.reference,
                told.id,
                told.erasedAt == null ? stream.erasedAt() : told.erasedAt,
                now,
                reached,
                covering,
                span.from(),
                span.to(),
                told.id == null ? List.of() : consents(timeline, catalogue, now),
                timeline.standingObjections(now).stream()
                        .map(objection -> new ReportedObjection(
                                objection.purpose(),
                                objection.at(),
                                objection.eventId(),
                                Statements.receipt(objection.eventId())))
                        .toList(),
                recipients(stream, catalogue),
                new ReportedStatements(
                        stream.statements().total(),
                        stream.statements().isComplete(),
                        stream.statements().listed().stream()
                                .map(Statements::of)
                                .toList()),
                new ReportedTransfers(
                        stream.transfers().total(),
                        stream.transfers().isComplete(),
                        transfers.stream()
                                .map(recorded -> transfer(recorded, catalogue))
                                .toList()),
                shown,
                purposes(catalogue, now),
                rights.in(language));
    }

    private ReportedAccesses accesses(@Nullable SubjectId id, ReportSpan span) {
        if (id == null) {
            return new ReportedAccesses(0, true, List.of());
        }
        var found = accesses.within(id, span.start(), span.end(), span.most());
        return new ReportedAccesses(
                found.total(),
                found.total() == found.newest().size(),
                found.newest().stream()
                        .map(access -> new ReportedAccess(
                                access.accessedAt(), access.clientId(), access.what(), access.purpose()))
                        .toList());
    }

    /** As the newest event that has one has it; null once the subject was erased. */
    private @Nullable String reference(SubjectStream stream) {
        var newest = Stream.of(stream.statements(), stream.transfers())
                .flatMap(events -> events.listed().stream().limit(1))
                .toList();
        return unsealing.of(newest).stream()
                .map(RecordedEvent::event)
                .flatMap(event -> event instanceof SubjectEvent about
                        ? Stream.ofNullable(about.personalData().subject())
                        : Stream.empty())
                .findFirst()
                .orElse(null);
    }

    private static List<ReportedConsent> consents(Timeline timeline, Catalogue catalogue, Instant now) {
        var spokenOf = timeline.purposesSpokenOf(now);
        return Stream.concat(spokenOf.stream(), others(catalogue, now, spokenOf).stream())
                .map(purpose -> consent(timeline.consent(purpose, now, catalogue::askedAgainAt)))
                .toList();
    }

    private static Set<String> others(Catalogue catalogue, Instant now, Set<String> spokenOf) {
        var others = new TreeSet<String>();
        purposes(catalogue, now).stream()
                .filter(purpose -> purpose.basis() == Basis.CONSENT)
                .map(ReportedPurpose::purpose)
                .forEach(others::add);
        others.removeAll(spokenOf);
        return others;
    }

    private static ReportedConsent consent(ConsentStatus status) {
        var eventId = status.eventId();
        return new ReportedConsent(
                status.purpose(),
                status.state(),
                status.since(),
                status.until(),
                status.notice(),
                status.noticeVersion(),
                status.form(),
                eventId,
                eventId == null ? null : Statements.receipt(eventId));
    }

    private static List<ReportedRecipient> recipients(SubjectStream stream, Catalogue catalogue) {
        return stream.contacts().entrySet().stream()
                .map(entry -> {
                    var recipient = catalogue.recipient(entry.getKey());
                    var contact = entry.getValue();
                    return new ReportedRecipient(
                            entry.getKey(),
                            recipient.map(Recipient::name).orElse(null),
                            recipient.map(Recipient::recipientClass).orElse(null),
                            recipient.map(Recipient::country).orElse(null),
                            contact.sent(),
                            contact.refused(),
                            contact.first(),
                            contact.last());
                })
                .toList();
    }

    private static ReportedTransfer transfer(RecordedEvent recorded, Catalogue catalogue) {
        var event = (TransferEvent) recorded.event();
        var transfer = event.transfer();
        var recipient = catalogue.recipient(transfer.recipient());
        return new ReportedTransfer(
                recorded.id(),
                recorded.position(),
                recorded.type(),
                transfer.occurredAt(),
                recorded.recordedAt(),
                transfer.recipient(),
                recipient.map(Recipient::name).orElse(null),
                recipient.map(Recipient::recipientClass).orElse(null),
                recipient.map(Recipient::country).orElse(null),
                transfer.purpose(),
                transfer.dataCategories(),
                event.intent(),
                event.decision().verdict(),
                event.reasons(),
                event.ground(),
                transfer.reference(),
                Statements.receipt(recorded.id()));
    }

    private static List<ReportedPurpose> purposes(Catalogue catalogue, Instant now) {
        return catalogue.inForce(now).stream()
                .flatMap(notice -> notice.purposes().stream()
                        .map(purpose -> new ReportedPurpose(
                                purpose.purpose(),
                                notice.notice(),
                                notice.version(),
                                purpose.basis(),
                                purpose.dataCategories(),
                                purpose.recipientClasses())))
                .toList();
    }
}
