package org.consentledger.query.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.console.SubjectLink;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.paging.Page;
import org.consentledger.query.transfer.TransferView;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Everything on a subject's page.
 *
 * @param stops where more became known, in order of position, of very many the newest
 * @param allStops whether those are all
 * @param rulings erasures and legal holds, in order of position
 * @param transfers the newest first
 * @param older cursor to the transfers before those; null if there are none
 */
record SubjectPage(
        SubjectId subjectId,
        Question question,
        Moment moment,
        List<Stop> stops,
        boolean allStops,
        List<RecordedEvent> rulings,
        long transferCount,
        Page<TransferView> transfers,
        @Nullable String older,
        List<SubjectLink> links) {

    /** Upstream's reference; null after an erasure. */
    public @Nullable String reference() {
        return Stream.concat(
                        moment.evidence().stream().map(row -> row.personal().subject()),
                        transfers.items().stream().map(TransferView::subject))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Where the slider of world time begins, seconds since 1970. */
    public long sliderFrom() {
        return Math.min(
                moment.picture().axis().from().getEpochSecond(), moment.asOf().getEpochSecond());
    }

    /** Where it ends: today, or later if that is asked for. */
    public long sliderTo() {
        return Math.max(moment.now().getEpochSecond(), moment.asOf().getEpochSecond());
    }

    /** How many of the stops count in the answer. */
    public int stopsKnown() {
        return switch (question.knownAt()) {
            case KnownAt.Position position ->
                (int) stops.stream()
                        .filter(stop -> stop.position() <= position.position())
                        .count();
            case KnownAt.Time time ->
                (int) stops.stream()
                        .filter(stop -> !stop.recordedAt().isAfter(time.recordedBy()))
                        .count();
            case null -> stops.size();
        };
    }

    /** Position that the slider asks for left of its first stop; 0 is the lowest there is. */
    public long before() {
        return stops.isEmpty() ? 0 : Math.max(0, stops.getFirst().position() - 1);
    }

    /** Whether nothing that the subject said was known at that position. */
    public boolean isNothingBefore() {
        return allStops && !stops.isEmpty() && stops.getFirst().position() > 0;
    }

    /** For the slider's script: position and time of each stop. */
    public String stopList() {
        return String.join(
                " ",
                stops.stream()
                        .map(stop -> stop.position() + "@" + stop.recordedAt())
                        .toList());
    }

    /** World time of the answer, as the field holds it: empty for now. */
    public String asOfText() {
        Instant asOf = question.asOf();
        return asOf == null ? "" : asOf.toString();
    }
}
