package org.consentledger.query.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.citation.EventIds;
import org.consentledger.query.consent.ConsentProjection;
import org.consentledger.query.consent.KnownTimeline;
import org.consentledger.query.consent.SubjectTimelines;
import org.consentledger.query.knowledge.CatalogueHistory;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.Words;
import org.consentledger.query.notice.NoticeIndex;
import org.consentledger.query.paging.Missing;
import org.consentledger.query.projection.ReadYourWrites;
import org.consentledger.register.LegalRegister;
import org.consentledger.transfer.Explanation;
import org.consentledger.transfer.TransferEvent;
import org.consentledger.transfer.TransferQuestion;
import org.consentledger.transfer.TransferRules;
import org.springframework.stereotype.Component;

/**
 * Explains recorded decisions, by the rules that decide. Enters the access, and keeps to the limits of the reader's token: it
 * must be for the recipient, and for every purpose on which the subject's word was looked at.
 */
@Component
final class RecordedDecisions {

    private static final String EVENT_ID = "eventId";

    private final LedgerReader ledger;
    private final Unsealing unsealing;
    private final SubjectTimelines timelines;
    private final CatalogueHistory catalogues;
    private final LegalRegistersAtHand registers;
    private final CitedEvents cited;
    private final NoticeIndex index;
    private final AccessLog accesses;
    private final ReadYourWrites readYourWrites;
    private final Words words;
    private final Clock clock;

    RecordedDecisions(
            LedgerReader ledger,
            Unsealing unsealing,
            SubjectTimelines timelines,
            CatalogueHistory catalogues,
            LegalRegistersAtHand registers,
            CitedEvents cited,
            NoticeIndex index,
            AccessLog accesses,
            ReadYourWrites readYourWrites,
            Words words,
            Clock clock) {
        this.ledger = ledger;
        this.unsealing = unsealing;
        this.timelines = timelines;
        this.catalogues = catalogues;
        this.registers = registers;
        this.cited = cited;
        this.index = index;
        this.accesses = accesses;
        this.readYourWrites = readYourWrites;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Explains one decision.
     *
     * @throws ProblemException 404 if the event is none, or is no decision
     */
    DecisionExplanationView explain(String eventId, Language language, Reader reader) {
        var recorded = Optional.of(eventId)
                .filter(EventIds::isOne)
                .flatMap(ledger::event)
                .filter(found -> found.event() instanceof TransferEvent)
                .orElseThrow(() -> Missing.because(ProblemCode.NOT_FOUND));
        var decision = (TransferEvent) recorded.event();
        var limits = reader.caller().limits();
        limits.requireRecipient(decision.transfer().recipient(), EVENT_ID);
        limits.requirePurpose(decision.transfer().purpose(), EVENT_ID);
        readYourWrites.await(recorded.position(), List.of(ConsentProjection.NAME));

        var again = decideAgain(recorded, decision);
        again.explanations()
                .flatMap(explanation -> explanation.purposesJudged().stream())
                .forEach(purpose -> limits.requirePurpose(purpose, EVENT_ID));
        var citations = cited.of(decision.subjectId(), again.explanations().toList());
        accesses.enter(
                reader, ReadOperation.DECISION_EXPLANATION, decision.subjectId().value());
        // last, as the subject may have been erased meanwhile
        var unsealed = unsealing.of(List.of(recorded)).getFirst();
        return new DecisionTelling(
                        unsealed,
                        (TransferEvent) unsealed.event(),
                        again,
                        citations,
                        new FindingWords(words, language, index),
                        new DecisionWords(words, language))
                .view();
    }

    private DecidedAgain decideAgain(RecordedEvent recorded, TransferEvent decision) {
        var transfer = decision.transfer();
        var question = new TransferQuestion(
                transfer.recipient(),
                transfer.purpose(),
                transfer.dataCategories(),
                decision.intent(),
                transfer.occurredAt());
        var subject = decision.subjectId();
        var before = recorded.position() - 1;
        var then = timelines.of(subject, new KnownAt.Position(before));
        var known = catalogues.asOf(Knowledge.upTo(Math.min(decision.decidedOn().cataloguePosition(), before)));
        var register = registers.of(decision.decidedOn().legalRegister());
        var newest = timelines.of(subject, null);
        var current = catalogues.asOf(newest.knowledge());
        return new DecidedAgain(
                decided(question, then, known, register.orElse(registers.current()), before),
                decided(question, newest, current, registers.current(), newest.reached()),
                decided(at(question, clock.instant()), newest, current, registers.current(), newest.reached()));
    }

    private static TransferQuestion at(TransferQuestion question, Instant now) {
        return new TransferQuestion(
                question.recipient(), question.purpose(), question.dataCategories(), question.intent(), now);
    }

    private static Decided decided(
            TransferQuestion question,
            KnownTimeline known,
            Catalogue catalogue,
            LegalRegister register,
            long position) {
        return new Decided(
                TransferRules.explain(question, known.timeline(), catalogue, register),
                position,
                catalogue.position(),
                register.digest());
    }

    /** A decision made once more, and what it was made on. */
    record Decided(Explanation explanation, long position, long cataloguePosition, String legalRegister) {}

    /** The same decision from what was known then, from what is known now, and as if it happened now. */
    record DecidedAgain(Decided reproduced, Decided sameTime, Decided asIfNow) {

        Stream<Explanation> explanations() {
            return Stream.of(reproduced, sameTime, asIfNow).map(Decided::explanation);
        }
    }
}
