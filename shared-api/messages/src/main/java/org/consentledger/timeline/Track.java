package org.consentledger.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one kind about one purpose, in order of world time.
 *
 * @param facts the latest ones; all of them unless {@code completeSince} is set
 * @param completeSince world time before which facts were let go, UTC; null when none were
 */
record Track<F extends Fact>(List<F> facts, @Nullable Instant completeSince) {

    Track {
        facts = List.copyOf(facts);
    }

    static <F extends Fact> Track<F> empty() {
        return new Track<>(List.of(), null);
    }

    /** Adds a fact; when that makes more than {@code limit}, the oldest goes. */
    Track<F> with(F fact, Comparator<F> order, int limit) {
        if (completeSince != null && fact.at().isBefore(completeSince)) {
            return this;
        }
        var changed = new ArrayList<>(facts);
        changed.add(insertionPoint(fact, order), fact);
        if (changed.size() <= limit) {
            return new Track<>(changed, completeSince);
        }
        changed.removeFirst();
        return new Track<>(changed, changed.getFirst().at());
    }

    /** The fact that rules at a world time. */
    Optional<F> latest(Instant asOf) {
        for (var i = facts.size() - 1; i >= 0; i--) {
            if (!facts.get(i).at().isAfter(asOf)) {
                return Optional.of(facts.get(i));
            }
        }
        return Optional.empty();
    }

    /** Behind all that are equal in order, so that of two such the one that arrived later rules. */
    private int insertionPoint(F fact, Comparator<F> order) {
        var i = facts.size();
        while (i > 0 && order.compare(facts.get(i - 1), fact) > 0) {
            i--;
        }
        return i;
    }
}
