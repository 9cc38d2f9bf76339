package org.consentledger.query.replay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replay, as all nodes see it. Times but {@code asOf} and {@code recordedBy} are the database's, UTC.
 *
 * @param clientId who asked
 * @param target the last event that counts; -1 for none
 * @param recordedBy ledger time that named it; null if none did
 * @param asOf world time of the state
 * @param position of the last event read; -1 before the first
 * @param eventsTotal how many there are to read; null until it runs
 * @param eventsPerSecond lately
 * @param shareDone of all its work, 0 to 1
 * @param failure kind of failure; null unless FAILED
 * @param outcome what it found, JSON; null unless DONE
 * @param slot which schema holds what it rebuilt; null if none does
 */
record Replay(
        UUID id,
        Instant requestedAt,
        String clientId,
        ReplayScope scope,
        long target,
        @Nullable Instant recordedBy,
        Instant asOf,
        ReplayState state,
        @Nullable ReplayPhase phase,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long position,
        long eventsRead,
        @Nullable Long eventsTotal,
        long eventsPerSecond,
        double shareDone,
        @Nullable String failure,
        @Nullable String outcome,
        @Nullable Integer slot) {

    /** Where what it rebuilt stands. */
    static String schema(int slot) {
        return "replay_" + slot;
    }
}
