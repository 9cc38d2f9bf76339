package org.consentledger.query.support;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.keyring.Subject;
import org.consentledger.ledger.keyring.SubjectsUnderTest;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.ledger.store.EventStoreUnderTest;
import org.consentledger.ledger.store.LedgerSchema;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.RecipientEvent;
import org.consentledger.subject.SubjectEvent;
import org.consentledger.subject.SubjectId;

/** Records events as the command side does, with the right to. */
public final class Recorder {

    private final EventStoreUnderTest store;
    private final LedgerReader ledger;
    private final Map<String, Long> sequences = new HashMap<>();

    public Recorder(LedgerDatabase database) {
        var pool = new HikariDataSource();
        pool.setDataSource(database.dataSource(DatabaseRole.WRITER));
        pool.setMaximumPoolSize(2);
        // most record one thing after the other, and there are many
        pool.setMinimumIdle(1);
        this.store =
                new EventStoreUnderTest(LedgerSchema.migrate(database.dataSource()), pool, NoOpEventUpcaster.INSTANCE);
        this.ledger = store.reader();
    }

    /** Position of the newest event. */
    public long position() {
        return ledger.head();
    }

    /** When the newest event was recorded. */
    public Instant recordedAt() {
        return ledger.read(EventFilter.everything(position() - 1, 1)).getFirst().recordedAt();
    }

    /** Records in this order, what follows each other on one stream as one command; returns the id of the first event. */
    public synchronized String record(LedgerEvent... facts) {
        String first = null;
        for (var from = 0; from < facts.length; ) {
            var to = from + 1;
            while (to < facts.length && stream(facts[to]).equals(stream(facts[from]))) {
                to++;
            }
            var id = recordOnOneStream(List.of(facts).subList(from, to));
            first = first == null ? id : first;
            from = to;
        }
        return Objects.requireNonNull(first);
    }

    private String recordOnOneStream(List<LedgerEvent> facts) {
        var first = facts.getFirst();
        var sequence = sequences.getOrDefault(stream(first), 0L);
        sequences.put(stream(first), sequence + facts.size());
        var recorded = facts.toArray(LedgerEvent[]::new);
        return first instanceof SubjectEvent event
                ? store.append(subject(event.subjectId(), sequence), sequence, recorded)
                : store.append(type(first), stream(first), sequence, recorded);
    }

    private Subject subject(SubjectId id, long sequence) {
        return sequence == 0
                ? SubjectsUnderTest.beginning(
                        id,
                        UUID.fromString(id.value().replaceFirst("s-(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")))
                : store.subjects().recorded(id);
    }

    private static String type(LedgerEvent fact) {
        return switch (fact) {
            case NoticePublished e -> "Notice";
            case RecipientEvent e -> "Recipient";
            default -> "Subject";
        };
    }

    private static String stream(LedgerEvent fact) {
        return switch (fact) {
            case NoticePublished e -> Notice.streamId(e.notice().notice());
            case RecipientEvent e -> Recipient.streamId(e.recipient());
            case SubjectEvent e -> e.subjectId().value();
            default -> throw new IllegalArgumentException(fact.toString());
        };
    }
}
