package org.consentledger.query.log;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far and when the log was signed last, for pages. */
@Component
public final class NewestCheckpoint {

    private final Checkpoints checkpoints;

    NewestCheckpoint(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /**
     * The newest checkpoint.
     *
     * @param size events that it covers
     * @param at when it was signed, by this node's clock, UTC; after a start without anything new, when the service started
     */
    public record Signed(long size, Instant at) {}

    /** Empty while the very first one is being made. */
    public Optional<Signed> signed() {
        return checkpoints.known();
    }
}
