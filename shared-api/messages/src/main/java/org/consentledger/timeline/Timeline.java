package org.consentledger.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.consent.ConsentExpired;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.objection.ObjectionEvent;
import org.consentledger.objection.ObjectionWithdrawn;
import org.consentledger.objection.ProcessingObjected;
import org.consentledger.subject.SubjectErased;
import org.consentledger.timeline.ConsentStatus.Ending;
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

    /** The timeline after one more consent event; an expiry adds nothing, as the consent itself says when it ends. */
    public Timeline with(ConsentEvent event, String eventId) {
        return switch (event) {
            case ConsentGiven e ->
                with(new ConsentFact.Given(
                        e.purpose(),
                        e.collectedAt(),
                        e.validUntil(),
                        e.notice(),
                        e.noticeVersion(),
                        e.evidence().form(),
                        eventId));
            case ConsentRefused e ->
                with(new ConsentFact.Refused(e.purpose(), e.collectedAt(), e.notice(), e.noticeVersion(), eventId));
            case ConsentRevoked e -> with(new ConsentFact.Revoked(e.purpose(), e.revokedAt(), eventId));
            case ConsentExpired e -> this;
        };
    }

    /** The timeline after one more objection event. */
    public Timeline with(ObjectionEvent event, String eventId) {
        return with(
                switch (event) {
                    case ProcessingObjected e -> new ObjectionFact.Objected(e.purpose(), e.objectedAt(), eventId);
                    case ObjectionWithdrawn e -> new ObjectionFact.Withdrawn(e.purpose(), e.withdrawnAt(), eventId);
                });
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
        requireComplete(asOf);
        return ruling(purpose, asOf)
                .map(fact -> switch (fact) {
                    case ConsentFact.Given given -> ConsentStatus.given(given, endings(given, asOf, renewal));
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
        requireComplete(asOf);
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
        requireComplete(asOf);
        return spokenOf(consents, asOf);
    }

    /**
     * The objections that stand at a world time, by purpose in alphabetical order.
     *
     * @throws IllegalStateException if facts that early are no longer kept
     */
    public List<ObjectionFact.Objected> standingObjections(Instant asOf) {
        requireComplete(asOf);
        return spokenOf(objections, asOf).stream()
                .flatMap(purpose -> objection(purpose, asOf).stream())
                .toList();
    }

    /** Whether the subject is erased at a world time. */
    public boolean isErasedAt(Instant at) {
        return erasedAt != null && !erasedAt.isAfter(at);
    }

    /** Whether every fact that matters at a world time is kept. */
    public boolean isCompleteAt(Instant asOf) {
        return Stream.concat(consents.values().stream(), objections.values().stream())
                .map(Track::completeSince)
                .allMatch(since -> since == null || !asOf.isBefore(since));
    }

    private void requireComplete(Instant asOf) {
        if (!isCompleteAt(asOf)) {
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

    /** A consent may both expire and become outdated; the earlier ending comes first, an expiry before a tie. */
    private static List<Ending> endings(ConsentFact.Given given, Instant asOf, Renewal renewal) {
        var endings = new ArrayList<Ending>();
        var validUntil = given.validUntil();
        if (validUntil != null && !validUntil.isAfter(asOf)) {
            endings.add(new Ending(ConsentState.EXPIRED, validUntil));
        }
        renewal.askedAgainAt(given.notice(), given.noticeVersion(), asOf)
                .map(at -> at.isBefore(given.at()) ? given.at() : at)
                .ifPresent(at -> endings.add(new Ending(ConsentState.OUTDATED, at)));
        endings.sort(Comparator.comparing(Ending::at));
        return endings;
    }

    private <F extends Fact> Map<String, Track<F>> with(Map<String, Track<F>> tracks, F fact, Comparator<F> order) {
        var changed = new HashMap<>(tracks);
        var track = tracks.getOrDefault(fact.purpose(), Track.empty());
        changed.put(fact.purpose(), track.with(fact, order, factsPerPurpose));
        return changed;
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
