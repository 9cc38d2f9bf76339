package org.consentledger.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps altered events to the end, when it can be said which of them changed places. Each is compared with each, so only the
 * first thousand are kept; those that follow are reported at once, as altered.
 */
final class AlteredEvents {

    private static final int KEPT_MAX = 1_000;

    private final Consumer<Finding> findings;
    private final List<AlteredEvent> kept = new ArrayList<>();
    private boolean isFull;

    AlteredEvents(Consumer<Finding> findings) {
        this.findings = findings;
    }

    void add(AlteredEvent event) {
        if (kept.size() < KEPT_MAX) {
            kept.add(event);
        } else {
            isFull = true;
            findings.accept(altered(event));
        }
    }

    /** Whether some of these were altered; once there are too many to know, they count as such. */
    boolean areAmong(Positions positions) {
        return isFull
                || kept.stream()
                        .anyMatch(
                                event -> positions.first() <= event.position() && event.position() <= positions.last());
    }

    /**
     * Nothing follows.
     *
     * @param signed events before this position are those that were signed, whatever leaves the ledger has for them
     */
    void end(long signed) {
        var origins = new HashMap<AlteredEvent, AlteredEvent>();
        for (var event : kept) {
            var origin = event.position() < signed ? null : origin(event);
            if (origin != null) {
                origins.put(event, origin);
            }
        }
        for (var event : kept) {
            if (event.position() < signed) {
                findings.accept(new Finding.LeafAltered(event.position(), event.computed(), event.recorded()));
            } else {
                report(event, origins);
            }
        }
    }

    private void report(AlteredEvent event, Map<AlteredEvent, AlteredEvent> origins) {
        var origin = origins.get(event);
        if (origin == null) {
            findings.accept(altered(event));
        } else if (!event.equals(origins.get(origin))) {
            findings.accept(new Finding.Moved(event.position(), origin.position()));
        } else if (event.position() < origin.position()) {
            findings.accept(new Finding.Swapped(event.position(), origin.position()));
        }
    }

    private @Nullable AlteredEvent origin(AlteredEvent event) {
        for (var other : kept) {
            if (other.position() != event.position() && event.belongsAt(other)) {
                return other;
            }
        }
        return null;
    }

    private static Finding altered(AlteredEvent event) {
        return new Finding.Altered(event.position(), event.computed(), event.recorded());
    }
}
