package org.consentledger.timeline;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.objection.ObjectionEvent;
import org.jspecify.annotations.Nullable;

/**
 * One subject's facts in order of world time. The state at a world time follows from the latest fact at or before it,
 * whatever the order in which the facts arrived; of two facts at the same time the more restrictive rules. Immutable.
 *
 * <p>A timeline may be limited to the latest facts of each purpose, so that its size does not grow with the subject's
 * history. It then knows since when it is complete and answers nothing earlier.
 *
 * @param consents by purpose code; revocations of every purpose stand under {@link ConsentRevoked#EVERY_PURPOSE}
 * @param objections by purpose code
 * @param erasedAt world time of the subject's erasure, UTC; null if not erased
 * @param factsPerPurpose how many facts of each purpose are kept; at least 1
 */
public record Timeline(
        Map<String, Track<ConsentFact>> consents,
        Map<String, Track<ObjectionFact>> objections,
        @Nullable Instant erasedAt,
        int factsPerPurpose) {

    /**
     * Takes over what was kept.
     *
     * @throws IllegalArgumentException if not even one fact of each purpose is to be kept
     */
    public Timeline {
        if (factsPerPurpose < 1) {
            throw new IllegalArgumentException("a timeline keeps at least the latest fact of each purpose");
        }
        consents = Map.copyOf(consents);
        objections = Map.copyOf(objections);
    }

    /** Nothing said yet; will keep every fact. */
    public static Timeline complete() {
        return keepingLatest(Integer.MAX_VALUE);
    }

    /** Nothing said yet; will keep only the latest facts of each purpose. */
    public static Timeline keepingLatest(int factsPerPurpose) {
        return new Timeline(Map.of(), Map.of(), null, factsPerPurpose);
    }

    /** A timeline that keeps every one of these facts, given in order of arrival. */
    public static Timeline of(List<? extends Fact> facts) {
        return new Timeline(
                tracks(facts, ConsentFact.class, ConsentFact.ORDER),
                tracks(facts, ObjectionFact.class, ObjectionFact.ORDER),
                null,
                Integer.MAX_VALUE);
    }

    /** The timeline after one more consent event. */
    public Timeline with(ConsentEvent event, String eventId) {
        return ConsentFact.of(event, eventId).map(this::with).orElse(this);
    }

    /** The timeline after one more objection event. */
    public Timeline with(ObjectionEvent event, String eventId) {
        return with(ObjectionFact.of(event, eventId));
    }

    /** The timeline of a subject who was erased; of several erasures the earliest counts. */
    public Timeline with(SubjectErased event) {
        return isErasedAt(event.erasedAt())
                ? this
                : new Timeline(consents, objections, event.erasedAt(), factsPerPurpose);
    }

    /** The timeline after one more fact. */
    public Timeline with(Fact fact) {
        return switch (fact) {
            case ConsentFact consent ->
                new Timeline(with(consents, consent, ConsentFact.ORDER), objections, erasedAt, factsPerPurpose);
            case ObjectionFact objection ->
                new Timeline(consents, with(objections, objection, ObjectionFact.ORDER), erasedAt, factsPerPurpose);
        };
    }

    /**
     * The consent to one purpose at a world time.
     *
     * @throws IllegalStateException if facts that early are no longer kept
     */
    public ConsentStatus consent(String purpose, Instant asOf, Renewal renewal) {
        require(isCompleteAt(asOf, Set.of(purpose)));
        return ruling(purpose, asOf)
                .map(fact -> switch (fact) {
                    case ConsentFact.Given given -> ConsentStatus.given(given, asOf, renewal);
                    case ConsentFact.Refused refused -> ConsentStatus.refused(refused);
                    case ConsentFact.Revoked revoked -> ConsentStatus.revoked(purpose, revoked);
                })
                .orElseGet(() -> ConsentStatus.notGiven(purpose));
    }

    /**
     * The objection to one purpose that stands at a world time.
     *
     * @throws IllegalStateException if facts that early are no longer kept
     */
    public Optional<ObjectionFact.Objected> objection(String purpose, Instant asOf) {
        require(isCompleteAt(asOf, Set.of(purpose)));
        return Optional.ofNullable(objections.get(purpose))
                .flatMap(track -> track.latest(asOf))
                .filter(ObjectionFact.Objected.class::isInstance)
                .map(ObjectionFact.Objected.class::cast);
    }

    /**
     * The purposes of which a consent fact of their own is known at a world time, in alphabetical order.
     *
     * @throws IllegalStateException if facts that early are no longer kept
     */
    public Set<String> purposesSpokenOf(Instant asOf) {
        require(isCompleteAt(asOf));
        return spokenOf(consents, asOf);
    }

    /** What is kept of what was said of consent to one purpose, or of every purpose at once, in order of world time. */
    public List<ConsentFact> facts(String purpose) {
        var track = consents.get(purpose);
        return track == null ? List.of() : track.facts();
    }

    /**
     * The objections that stand at a world time, by purpose in alphabetical order.
     *
     * @throws IllegalStateException if facts that early are no longer kept
     */
    public List<ObjectionFact.Objected> standingObjections(Instant asOf) {
        require(isCompleteAt(asOf));
        return spokenOf(objections, asOf).stream()
                .flatMap(purpose -> objection(purpose, asOf).stream())
                .toList();
    }

    /** What was said of a purpose, and of every purpose at once, in the order in which it rules. */
    public List<ConsentFact> consentFacts(String purpose) {
        return Stream.of(purpose, ConsentRevoked.EVERY_PURPOSE)
                .distinct()
                .flatMap(key -> Optional.ofNullable(consents.get(key)).stream())
                .flatMap(track -> track.facts().stream())
                .sorted(ConsentFact.ORDER)
                .toList();
    }

    /** Objections to a purpose and their withdrawals, in the order in which they rule. */
    public List<ObjectionFact> objectionFacts(String purpose) {
        var track = objections.get(purpose);
        return track == null ? List.of() : track.facts();
    }

    /** The purposes of which a consent fact of their own is kept, whenever that was, in alphabetical order. */
    public Set<String> purposesEverSpokenOf() {
        return spokenOf(consents, Instant.MAX);
    }

    /** The purposes of which an objection or its withdrawal is kept, whenever that was, in alphabetical order. */
    public Set<String> purposesEverObjectedTo() {
        return spokenOf(objections, Instant.MAX);
    }

    /** Whether the subject was erased, whenever that was. */
    public boolean wasErased() {
        return erasedAt != null;
    }

    /** Whether the subject is erased at a world time. */
    public boolean isErasedAt(Instant at) {
        return erasedAt != null && !erasedAt.isAfter(at);
    }

    /** Whether every fact that matters at a world time is kept. */
    public boolean isCompleteAt(Instant asOf) {
        return isCompleteAt(asOf, Stream.concat(consents.keySet().stream(), objections.keySet().stream()));
    }

    /** Whether every fact that matters at a world time to these purposes is kept. */
    public boolean isCompleteAt(Instant asOf, Set<String> purposes) {
        return isCompleteAt(asOf, Stream.concat(purposes.stream(), Stream.of(ConsentRevoked.EVERY_PURPOSE)));
    }

    private boolean isCompleteAt(Instant asOf, Stream<String> purposes) {
        return purposes.flatMap(purpose -> Stream.of(consents.get(purpose), objections.get(purpose)))
                .filter(Objects::nonNull)
                .map(Track::completeSince)
                .allMatch(since -> since == null || !asOf.isBefore(since));
    }

    private static void require(boolean complete) {
        if (!complete) {
            throw new IllegalStateException("this timeline keeps only later facts");
        }
    }

    /** The later of what was said of the purpose itself and of every purpose at once. */
    private Optional<ConsentFact> ruling(String purpose, Instant asOf) {
        return Stream.of(purpose, ConsentRevoked.EVERY_PURPOSE)
                .distinct()
                .flatMap(key -> Optional.ofNullable(consents.get(key)).stream())
                .flatMap(track -> track.latest(asOf).stream())
                .max(ConsentFact.ORDER);
    }

    private <F extends Fact> Map<String, Track<F>> with(Map<String, Track<F>> tracks, F fact, Comparator<F> order) {
        var changed = new HashMap<>(tracks);
        var track = tracks.getOrDefault(fact.purpose(), Track.empty());
        changed.put(fact.purpose(), track.with(fact, order, factsPerPurpose));
        return changed;
    }

    private static <F extends Fact> Map<String, Track<F>> tracks(
            List<? extends Fact> facts, Class<F> kind, Comparator<F> order) {
        var byPurpose = facts.stream().filter(kind::isInstance).map(kind::cast).collect(groupingBy(Fact::purpose));
        var tracks = new HashMap<String, Track<F>>();
        byPurpose.forEach((purpose, spoken) ->
                tracks.put(purpose, new Track<>(spoken.stream().sorted(order).toList(), null)));
        return tracks;
    }

    private static <F extends Fact> Set<String> spokenOf(Map<String, Track<F>> tracks, Instant asOf) {
        var purposes = new TreeSet<String>();
        tracks.forEach((purpose, track) -> {
            if (!purpose.equals(ConsentRevoked.EVERY_PURPOSE)
                    && track.latest(asOf).isPresent()) {
                purposes.add(purpose);
            }
        });
        return purposes;
    }
}
