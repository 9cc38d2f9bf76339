package org.consentledger.erasure;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a subject's erasure stands. Immutable.
 *
 * @param holds by code; released and ended ones too
 * @param requested the request that waits; null if none does
 * @param erased null if the subject is not erased
 */
public record Erasure(
        Map<String, LegalHold> holds,
        @Nullable ErasureRequested requested,
        @Nullable SubjectErased erased) {

    /** Nobody asked for it, and nothing is in its way. */
    public static final Erasure NONE = new Erasure(Map.of(), null, null);

    public Erasure {
        holds = Map.copyOf(holds);
    }

    /** What it comes to after one more event. */
    public Erasure with(ErasureEvent event) {
        return switch (event) {
            case LegalHoldPlaced e -> with(e.hold(), new LegalHold(e.placedAt(), e.heldUntil(), null));
            case LegalHoldReleased e ->
                with(e.hold(), hold(e.hold()).orElseThrow().released(e.releasedAt()));
            case ErasureRequested e -> new Erasure(holds, e, erased);
            case SubjectErased e -> new Erasure(Map.of(), null, e);
        };
    }

    private Erasure with(String code, LegalHold hold) {
        var changed = new HashMap<>(holds);
        changed.put(code, hold);
        return new Erasure(changed, requested, erased);
    }

    Optional<LegalHold> hold(String code) {
        return Optional.ofNullable(holds.get(code));
    }

    /** When the last of the holds in force ends; empty if none is. */
    public Optional<Instant> heldUntil(Instant at) {
        return holds.values().stream()
                .filter(hold -> hold.isInForce(at))
                .map(LegalHold::heldUntil)
                .max(Comparator.naturalOrder());
    }
}
