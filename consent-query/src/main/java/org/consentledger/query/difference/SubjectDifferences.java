package org.consentledger.query.difference;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.consentledger.difference.Difference;
import org.consentledger.http.access.Limit;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.citation.EventCited;
import org.consentledger.query.consent.KnownMoment;
import org.consentledger.query.consent.Moments;
import org.consentledger.query.knowledge.LedgerTimes;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.Words;
import org.consentledger.query.transfer.TransfersBetween;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what changed for a subject between two moments. Enters the access, and keeps to the limits of the reader's token. */
@Component
public final class SubjectDifferences {

    private final Moments moments;
    private final LedgerTimes times;
    private final LedgerReader ledger;
    private final TransfersBetween transfers;
    private final AccessLog accesses;
    private final Words words;

    SubjectDifferences(
            Moments moments,
            LedgerTimes times,
            LedgerReader ledger,
            TransfersBetween transfers,
            AccessLog accesses,
            Words words) {
        this.moments = moments;
        this.times = times;
        this.ledger = ledger;
        this.transfers = transfers;
        this.accesses = accesses;
        this.words = words;
    }

    /**
     * By upstream's reference; nothing is told of somebody who was erased.
     *
     * @throws ProblemException if the first moment lies behind the second in either time: 422
     */
    public DifferenceView of(String subject, TwoMoments between, Language language, Reader reader) {
        requireOrder(between);
        var from = moments.of(subject, between.fromAsOf(), between.fromKnownAt());
        var to = between.knowTheSame()
                ? from.at(between.toAsOf())
                : moments.of(subject, between.toAsOf(), between.toKnownAt());
        var id = to.subject().legibleId();
        return answer(subject, id == null ? null : new SubjectId(id), between, from, to, language, reader);
    }

    /**
     * By pseudonym, under which what was said stays after an erasure.
     *
     * @throws ProblemException if the first moment lies behind the second in either time: 422
     */
    public DifferenceView of(SubjectId subject, TwoMoments between, Language language, Reader reader) {
        requireOrder(between);
        var from = moments.of(subject, between.fromAsOf(), between.fromKnownAt());
        var to = between.knowTheSame()
                ? from.at(between.toAsOf())
                : moments.of(subject, between.toAsOf(), between.toKnownAt());
        return answer(null, to.subject().subject(), between, from, to, language, reader);
    }

    private void requireOrder(TwoMoments between) {
        if (between.fromAsOf().isAfter(between.toAsOf())) {
            throw outOfOrder("fromAsOf", "toAsOf");
        }
        if (!times.isWithin(between.fromKnownAt(), between.toKnownAt())) {
            throw outOfOrder("fromKnownAt", "toKnownAt");
        }
    }

    private static ProblemException outOfOrder(String from, String to) {
        return new ProblemException(
                Problem.of(List.of(Fault.inParameter(from, FaultCode.INVALID, "must not be later than " + to))));
    }

    private DifferenceView answer(
            @Nullable String subject,
            @Nullable SubjectId id,
            TwoMoments between,
            KnownMoment from,
            KnownMoment to,
            Language language,
            Reader reader) {
        accesses.enter(reader, ReadOperation.CONSENTS_DIFFERENCE, id == null ? null : id.value());
        var limits = reader.caller().limits();
        var purposes = limits.to(Limit.PURPOSES);
        var difference = within(purposes, Difference.between(from.moment(), to.moment()));
        var moved = id == null
                ? TransfersBetween.Found.NONE
                : transfers.find(id, between.fromAsOf(), between.toAsOf(), from.knowledge(), to.knowledge(), limits);
        var telling = new Telling(new DifferenceWords(words, language, events(difference), between.fromAsOf()));
        return new DifferenceView(
                subject,
                id == null ? null : id.value(),
                to.subject().erasedAt(),
                language.tag(),
                telling.standing(from, between.fromKnownAt(), purposes),
                telling.standing(to, between.toKnownAt(), purposes),
                difference.purposes().stream().map(telling::purpose).toList(),
                difference.objections().stream().map(telling::objection).toList(),
                moved.listed(),
                moved.leftOut(),
                telling.sentences(between, difference, moved));
    }

    private static Difference within(@Nullable Set<String> purposes, Difference difference) {
        return purposes == null
                ? difference
                : new Difference(
                        difference.purposes().stream()
                                .filter(of -> purposes.contains(of.purpose()))
                                .toList(),
                        difference.objections().stream()
                                .filter(of -> purposes.contains(of.purpose()))
                                .toList(),
                        difference.erasedAt());
    }

    private Map<String, EventCited> events(Difference difference) {
        var ids = new ArrayList<String>();
        difference.purposes().stream()
                .flatMap(of -> of.changes().stream())
                .flatMap(change -> Stream.ofNullable(Telling.eventId(change)))
                .forEach(ids::add);
        difference.objections().stream()
                .flatMap(of -> of.changes().stream())
                .forEach(change -> ids.add(change.fact().eventId()));
        return ids.isEmpty()
                ? Map.of()
                : ledger.events(ids).stream().map(EventCited::of).collect(toMap(EventCited::eventId, event -> event));
    }
}
