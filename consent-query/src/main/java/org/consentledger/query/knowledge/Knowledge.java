package org.consentledger.query.knowledge;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.consentledger.ledger.reading.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * How much of the ledger an answer rests on: the events up to a position that were recorded by a certain time.
 *
 * @param position the last one that counts
 * @param recordedBy ledger time, UTC; later events don't count; {@link Instant#MAX} for no limit
 */
public record Knowledge(long position, Instant recordedBy) {

    /** Everything up to a position. */
    public static Knowledge upTo(long position) {
        return new Knowledge(position, Instant.MAX);
    }

    /**
     * What the caller asks for.
     *
     * @param knownAt null for everything
     * @param reached how far the tables have come that the answer is from
     */
    public static Knowledge of(@Nullable KnownAt knownAt, long reached) {
        return knownAt == null ? upTo(reached) : knownAt.within(reached);
    }

    boolean covers(RecordedEvent event) {
        return event.position() <= position && !event.recordedAt().isAfter(recordedBy);
    }

    boolean coversAll(long head) {
        return head <= position && recordedBy.equals(Instant.MAX);
    }

    /** {@link #recordedBy} for a statement; no limit becomes PostgreSQL's infinity. */
    public OffsetDateTime recordedByForSql() {
        return recordedBy.equals(Instant.MAX) ? OffsetDateTime.MAX : recordedBy.atOffset(ZoneOffset.UTC);
    }
}
