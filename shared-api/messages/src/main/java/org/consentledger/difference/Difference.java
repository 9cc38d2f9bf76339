package org.consentledger.difference;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changed for a subject between two moments: a pure function of what was known at each.
 *
 * @param purposes by code; only those for which something lies between the moments
 * @param objections the same
 * @param erasedAt world time at which the subject was erased in between, UTC; null if that is not so
 */
public record Difference(
        List<PurposeDifference> purposes,
        List<ObjectionDifference> objections,
        @Nullable Instant erasedAt) {

    /** How many things are listed of one purpose; of more the latest. */
    public static final int CHANGES_MAX = 50;

    public Difference {
        purposes = List.copyOf(purposes);
        objections = List.copyOf(objections);
    }

    /**
     * Compares two moments.
     *
     * @param from the earlier in both times: whatever was known at it is known at the other, and its world time is not later
     * @throws IllegalArgumentException if the world time of {@code from} is later
     */
    public static Difference between(Moment from, Moment to) {
        if (from.asOf().isAfter(to.asOf())) {
            throw new IllegalArgumentException("the first moment lies behind the second");
        }
        var spokenOf = new TreeSet<>(to.timeline().purposesEverSpokenOf());
        Stream.of(from, to)
                .flatMap(moment -> moment.consents().stream())
                .forEach(status -> spokenOf.add(status.purpose()));
        return new Difference(
                spokenOf.stream()
                        .map(purpose -> ConsentChanges.of(purpose, from, to))
                        .flatMap(Optional::stream)
                        .toList(),
                to.timeline().purposesEverObjectedTo().stream()
                        .map(purpose -> ObjectionChanges.of(purpose, from, to))
                        .flatMap(Optional::stream)
                        .toList(),
                to.isErased() && !from.isErased()
                        ? Objects.requireNonNull(to.timeline().erasedAt())
                        : null);
    }

    /** Whether nothing lies between the two moments. */
    public boolean isEmpty() {
        return purposes.isEmpty() && objections.isEmpty() && erasedAt == null;
    }
}
