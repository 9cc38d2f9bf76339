package org.consentledger.query.replay;

import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.consentledger.ledger.tree.LedgerEntries;
import org.consentledger.ledger.tree.StoredEntry;
import org.consentledger.recipient.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the events of a replay: for one subject or one recipient no others are read. */
@Component
class ReplayEvents {

    private final LedgerEntries entries;
    private final JdbcClient jdbc;

    ReplayEvents(LedgerEntries entries, JdbcClient jdbc) {
        this.entries = entries;
        this.jdbc = jdbc;
    }

    /** How many there are up to a position. */
    long count(ReplayScope scope, long target) {
        return switch (scope.kind()) {
            case EVERYTHING -> target + 1;
            case SUBJECT ->
                jdbc.sql("SELECT count(*) FROM ledger.event WHERE stream_id = ? AND position <= ?")
                        .param(1, scope.subjectId())
                        .param(2, target)
                        .query(Long.class)
                        .single();
            case RECIPIENT ->
                jdbc.sql("""
                        SELECT (SELECT count(*) FROM ledger.event WHERE recipient = :recipient AND position <= :target)
                               + (SELECT count(*) FROM ledger.event WHERE stream_id = :stream AND position <= :target)
                        """)
                        .param("recipient", scope.recipient())
                        .param("stream", Recipient.streamId(Objects.requireNonNull(scope.recipient())))
                        .param("target", target)
                        .query(Long.class)
                        .single();
        };
    }

    StoredEvents pages(ReplayScope scope, long target) {
        return switch (scope.kind()) {
            case EVERYTHING ->
                new Following(
                        (after, limit) -> entries.withLeavesFrom(after + 1, limit),
                        stored -> stored.entry().position(),
                        target);
            case SUBJECT -> {
                var stream = Objects.requireNonNull(scope.subjectId());
                yield new Following(
                        (after, limit) -> entries.withLeavesOfStream(stream, after, limit),
                        stored -> stored.entry().streamSequence(),
                        target);
            }
            case RECIPIENT -> {
                var recipient = Objects.requireNonNull(scope.recipient());
                yield new Following(
                        (after, limit) -> entries.withLeavesOfRecipient(recipient, after, limit),
                        stored -> stored.entry().position(),
                        target);
            }
        };
    }

    @FunctionalInterface
    private interface Reading {
        List<StoredEntry> after(long last, int limit);
    }

    /** Goes on behind the last one of the page before. */
    private static final class Following implements StoredEvents {

        private final Reading reading;
        private final ToLongFunction<StoredEntry> number;
        private final long target;
        private long last = -1;

        Following(Reading reading, ToLongFunction<StoredEntry> number, long target) {
            this.reading = reading;
            this.number = number;
            this.target = target;
        }

        @Override
        public List<StoredEntry> next(int limit) {
            var page = reading.after(last, limit).stream()
                    .takeWhile(stored -> stored.entry().position() <= target)
                    .toList();
            if (!page.isEmpty()) {
                last = number.applyAsLong(page.getLast());
            }
            return page;
        }
    }
}
