package org.consentledger.query.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a rebuild stands.
 *
 * @param position last event in the new tables; -1 when there is none
 * @param target where the projection in use is; moves on while the rebuild runs
 * @param percent of the target, 0 to 100
 * @param eventsPerSecond on average since the start
 * @param failure kind of failure; null unless FAILED
 * @param finishedAt null while RUNNING
 */
record RebuildProgress(
        State state,
        long position,
        long target,
        int percent,
        long eventsPerSecond,
        @Nullable String failure,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
