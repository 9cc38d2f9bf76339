package org.consentledger.query.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a replay stands. Times are UTC.
 *
 * @param of which events
 * @param upTo where it ends
 * @param phase null unless RUNNING
 * @param percent of all its work, 0 to 100
 * @param position of the last event read; -1 before the first
 * @param eventsTotal how many there are to read; null until it runs
 * @param eventsPerSecond lately
 * @param secondsLeft if the rest goes as what is done went; null unless RUNNING, and while there is too little to tell by
 * @param requestedBy the OAuth client that asked for it
 * @param failure kind of failure; null unless FAILED
 * @param resultsKept whether what it rebuilt can be fetched
 * @param resultsKeptUntil when it will be removed, if not to make room before; null unless it is kept
 * @param report what it found; null unless DONE, and in lists
 */
public record ReplayView(
        UUID id,
        ReplayScope of,
        ReplayEnd upTo,
        ReplayState state,
        @Nullable ReplayPhase phase,
        int percent,
        long position,
        long eventsRead,
        @Nullable Long eventsTotal,
        long eventsPerSecond,
        @Nullable Long secondsLeft,
        Instant requestedAt,
        String requestedBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        boolean resultsKept,
        @Nullable Instant resultsKeptUntil,
        @Nullable ReplayReport report) {

    /** Below this what is done tells nothing of what is left. */
    private static final double TELLING = 0.01;

    private static final int WHOLE = 100;

    /**
     * Where a replay ends.
     *
     * @param position the last event that counts; -1 for none
     * @param recordedBy ledger time by which events had to be recorded; null if a position was given, or nothing
     * @param asOf world time of the state: that time, or when the event at the given position was recorded, or when the replay
     *     was asked for
     */
    public record ReplayEnd(long position, @Nullable Instant recordedBy, Instant asOf) {}

    static ReplayView of(Replay replay, Instant now, @Nullable Instant keptUntil, @Nullable ReplayReport report) {
        return new ReplayView(
                replay.id(),
                replay.scope(),
                new ReplayEnd(replay.target(), replay.recordedBy(), replay.asOf()),
                replay.state(),
                replay.phase(),
                percent(replay),
                replay.position(),
                replay.eventsRead(),
                replay.eventsTotal(),
                replay.eventsPerSecond(),
                secondsLeft(replay, now),
                replay.requestedAt(),
                replay.clientId(),
                replay.startedAt(),
                replay.finishedAt(),
                replay.failure(),
                keptUntil != null,
                keptUntil,
                report);
    }

    /** Rounded: the database keeps the share in single precision, and 0.41 comes as a little less in one of the driver's formats. */
    private static int percent(Replay replay) {
        return replay.state() == ReplayState.DONE
                ? WHOLE
                : (int) Math.min(WHOLE - 1L, Math.round(replay.shareDone() * WHOLE));
    }

    private static @Nullable Long secondsLeft(Replay replay, Instant now) {
        var startedAt = replay.startedAt();
        if (replay.state() != ReplayState.RUNNING || startedAt == null || replay.shareDone() < TELLING) {
            return null;
        }
        var took = Math.max(0, Duration.between(startedAt, now).toSeconds());
        return Math.round(took * (1 - replay.shareDone()) / replay.shareDone());
    }
}
