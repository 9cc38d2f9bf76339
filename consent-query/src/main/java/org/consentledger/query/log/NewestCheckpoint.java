package org.consentledger.query.log;

import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.QueryProperties;
import org.springframework.stereotype.Component;

/** Tells what was signed last, for answers that say what they rest on. */
@Component
public final class NewestCheckpoint {

    private final Checkpoints checkpoints;
    private final QueryProperties properties;

    NewestCheckpoint(Checkpoints checkpoints, QueryProperties properties) {
        this.checkpoints = checkpoints;
        this.properties = properties;
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
