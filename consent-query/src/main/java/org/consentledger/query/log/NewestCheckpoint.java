package org.consentledger.query.log;

import java.time.Instant;
import java.util.Optional;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.QueryProperties;
import org.springframework.stereotype.Component;

/** How far and when the log was signed last, for pages and for answers that say what they rest on. */
@Component
public final class NewestCheckpoint {

    private final Checkpoints checkpoints;
    private final QueryProperties properties;

    NewestCheckpoint(Checkpoints checkpoints, QueryProperties properties) {
        this.checkpoints = checkpoints;
        this.properties = properties;
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

    /**
     * The newest one, as soon as it covers everything up to a position. Whoever waits should hold no connection meanwhile.
     *
     * @param position -1 for one of any size
     * @throws ProblemException if none does in time: 503, to be tried again
     */
    public CheckpointView covering(long position) {
        return CheckpointView.of(checkpoints.covering(position, properties.checkpointTimeout()));
    }
}
