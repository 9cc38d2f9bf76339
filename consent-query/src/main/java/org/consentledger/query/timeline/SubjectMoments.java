package org.consentledger.query.timeline;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.notice.Basis;
import org.consentledger.query.consent.FactsKnown;
import org.consentledger.query.consent.PlacedFact;
import org.consentledger.query.consent.SubjectFacts;
import org.consentledger.query.knowledge.CatalogueHistory;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.Words;
import org.consentledger.query.transfer.TransferTallies;
import org.consentledger.subject.SubjectId;
import org.consentledger.timeline.ConsentStatus;
import org.consentledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers how a subject stood at a moment, by the rules that decide, and draws what lies around it. */
@Component
class SubjectMoments {

    /** Older words stand in the history; a page that shows all would have no end. */
    static final int EVIDENCE_MAX = 150;

    private static final Duration QUIET = Duration.ofDays(60);

    private final SubjectFacts facts;
    private final TransferTallies transfers;
    private final CatalogueHistory catalogues;
    private final LedgerReader ledger;
    private final Unsealing unsealing;
    private final Words words;
    private final Clock clock;

    SubjectMoments(
            SubjectFacts facts,
            TransferTallies transfers,
            CatalogueHistory catalogues,
            LedgerReader ledger,
            Unsealing unsealing,
            Words words,
            Clock clock) {
        this.facts = facts;
        this.transfers = transfers;
        this.catalogues = catalogues;
        this.ledger = ledger;
        this.unsealing = unsealing;
        this.words = words;
        this.clock = clock;
    }

    Moment of(SubjectId subject, Question question, Language language) {
        var known = facts.of(subject, question.knownAt());
        var catalogue = catalogues.asOf(known.knowledge());
        var now = clock.instant();
        var asOf = Objects.requireNonNullElse(question.asOf(), now);
        var timeline = known.timeline();
        var axis = axis(known, question, now);
        var shown = newest(known.facts());
        var drawing = new Drawing(
                axis,
                new Segments(
                        timeline,
                        known.facts().stream().map(PlacedFact::fact).toList(),
                        catalogue::askedAgainAt,
                        axis.to()),
                shown.stream().collect(toMap(placed -> placed.fact().eventId(), identity())),
                new Sayings(words, language));
        return new Moment(
                now,
                asOf,
                known.erasedAt(),
                drawing.picture(
                        transfers.ofSubject(subject, known.knowledge(), axis.from(), axis.to(), Drawing.COLUMNS),
                        asOf,
                        knownBy(question.knownAt())),
                consents(timeline, catalogue, asOf),
                timeline.standingObjections(asOf),
                evidence(shown),
                known.facts().size() - shown.size());
    }

    /** Where something happened; up to today, unless nothing happened for so long that it would be squeezed to nothing. */
    private Axis axis(FactsKnown known, Question question, Instant now) {
        var span = transfers.span(known.subject(), known.knowledge());
        var moments = Stream.concat(
                        known.facts().stream().map(placed -> placed.fact().at()),
                        Stream.of(span.first(), span.last()).filter(Objects::nonNull))
                .toList();
        var first = moments.stream().min(Comparator.naturalOrder()).orElse(now);
        var last = moments.stream().max(Comparator.naturalOrder()).orElse(now);
        var tail = Duration.between(first, last).plus(QUIET);
        var whole = Axis.around(first, now.isBefore(last.plus(tail)) ? later(now, last) : last.plus(tail.dividedBy(2)));
        var from = Objects.requireNonNullElse(question.from(), whole.from());
        var to = Objects.requireNonNullElse(question.to(), whole.to());
        // one edge alone may lie beyond the other end of the history
        return from.isBefore(to) ? new Axis(from, to) : Axis.around(from, from);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<PlacedFact> newest(List<PlacedFact> facts) {
        return facts.reversed().stream().limit(EVIDENCE_MAX).toList();
    }

    /** When the last event was recorded that counts; null if all count. */
    private @Nullable Instant knownBy(@Nullable KnownAt knownAt) {
        return switch (knownAt) {
            case KnownAt.Time time -> time.recordedBy();
            case KnownAt.Position position ->
                ledger.at(List.of(position.position())).stream()
                        .map(RecordedEvent::recordedAt)
                        .findFirst()
                        .orElse(null);
            case null -> null;
        };
    }

    private static List<ConsentStatus> consents(Timeline timeline, Catalogue catalogue, Instant asOf) {
        var spokenOf = timeline.purposesSpokenOf(asOf);
        var others = new TreeSet<String>();
        catalogue.inForce(asOf).stream()
                .flatMap(notice -> notice.purposes().stream())
                .filter(purpose -> purpose.basis() == Basis.CONSENT)
                .forEach(purpose -> others.add(purpose.purpose()));
        others.removeAll(spokenOf);
        return Stream.concat(spokenOf.stream(), others.stream())
                .map(purpose -> timeline.consent(purpose, asOf, catalogue::askedAgainAt))
                .toList();
    }

    private List<EvidenceRow> evidence(List<PlacedFact> shown) {
        var events = unsealing
                .of(ledger.at(shown.stream().map(PlacedFact::position).toList()))
                .stream()
                .collect(toMap(RecordedEvent::position, identity()));
        return shown.stream()
                .map(placed -> EvidenceRow.of(placed, Objects.requireNonNull(events.get(placed.position()))))
                .toList();
    }
}
