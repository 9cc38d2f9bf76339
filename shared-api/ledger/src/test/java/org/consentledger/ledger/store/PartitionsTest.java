package org.consentledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.AtOnce;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.recipient.RecipientRetired;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where one partition of the event table ends and the next begins, nobody notices. */
class PartitionsTest {

    private static final int SIZE = LedgerDatabase.EVENTS_PER_PARTITION;

    private LedgerDatabase database;
    private JdbcClient owner;
    private EventStoreUnderTest one;
    private EventStoreUnderTest other;

    @BeforeEach
    void twoNodesOnOneDatabase() {
        database = LedgerDatabase.fresh();
        owner = JdbcClient.create(database.dataSource());
        one = new EventStoreUnderTest(database, NoOpEventUpcaster.INSTANCE);
        other = new EventStoreUnderTest(database, NoOpEventUpcaster.INSTANCE);
    }

    @Test
    void thereIsAlwaysOneAhead() {
        assertThat(partitions()).containsExactly("event_0 0", "event_1 0");

        append(one, "recipient-r", 0, SIZE);
        assertThat(partitions()).containsExactly("event_0 " + SIZE, "event_1 0");

        append(one, "recipient-r", SIZE, 1);
        assertThat(partitions()).containsExactly("event_0 " + SIZE, "event_1 1", "event_2 0");
    }

    @Test
    void positionsGoOnAcrossThemWhoeverWrites() throws Exception {
        var each = SIZE / 10;
        AtOnce.call(25, writer -> {
            for (var i = 0; i < each; i++) {
                append(writer % 2 == 0 ? one : other, "recipient-" + writer, i, 1);
            }
            return writer;
        });

        assertThat(one.reader().read(EventFilter.everything(-1, 10_000)))
                .extracting(RecordedEvent::position)
                .containsExactlyElementsOf(
                        LongStream.range(0, 25L * each).boxed().toList());
        assertThat(partitions())
                .containsExactly("event_0 " + SIZE, "event_1 " + SIZE, "event_2 " + SIZE / 2, "event_3 0");
    }

    @Test
    void aCommandIsRecordedOnceThoughItsEventLiesInAnEarlierOne() {
        var commandId = UUID.randomUUID();
        one.append(commandId, "Recipient", "recipient-first", 0, retired());
        append(one, "recipient-r", 0, SIZE);

        assertThatThrownBy(() -> other.append(commandId, "Recipient", "recipient-second", 0, retired()))
                .isInstanceOf(RuntimeException.class);
        assertThat(one.reader().command(commandId))
                .hasValueSatisfying(command -> assertThat(command.events()).hasSize(1));
        assertThat(one.reader().head()).isEqualTo(SIZE);
    }

    @Test
    void aStreamGoesOnFromAnEarlierOne() {
        append(one, "recipient-long", 0, 2);
        append(one, "recipient-r", 0, SIZE);

        assertThatThrownBy(() -> append(other, "recipient-long", 1, 1)).isInstanceOf(ConcurrencyException.class);
        append(other, "recipient-long", 2, 1);

        assertThat(other.engine().readEvents("recipient-long", 0).asStream())
                .extracting(event -> event.getSequenceNumber())
                .containsExactly(0L, 1L, 2L);
    }

    /** Somebody analyses the table just when the next partition is due. */
    @Test
    void anAppendDoesNotWaitForWhoeverMaintainsTheTable() throws SQLException {
        append(one, "recipient-r", 0, SIZE);

        try (var maintenance = database.dataSource().getConnection();
                var statement = maintenance.createStatement()) {
            maintenance.setAutoCommit(false);
            statement.execute("LOCK TABLE ledger.event IN SHARE UPDATE EXCLUSIVE MODE");
            append(one, "recipient-r", SIZE, 1);
            assertThat(partitions()).doesNotContain("event_2 0");
        }
        append(one, "recipient-r", SIZE + 1, 1);
        assertThat(partitions()).contains("event_2 0");
    }

    @Test
    void aPageIsReadFromThePartitionsItLiesIn() {
        for (var partition = 0; partition < 3; partition++) {
            append(one, "recipient-r", (long) partition * SIZE, SIZE);
        }

        var plan = String.join(
                "\n", owner.sql("""
                        EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF)
                        SELECT * FROM ledger.event WHERE position > %d ORDER BY position LIMIT 100
                        """.formatted(SIZE + 100)).query(String.class).list());

        assertThat(plan).doesNotContain("event_0").contains("Index Scan using event_1_pkey");
        assertThat(plan.lines().filter(line -> line.contains("event_2_pkey")))
                .allSatisfy(line -> assertThat(line).contains("never executed"));
    }

    private static void append(EventStoreUnderTest store, String stream, long sequence, int count) {
        store.append(
                "Recipient",
                stream,
                sequence,
                Stream.generate(PartitionsTest::retired).limit(count).toArray(LedgerEvent[]::new));
    }

    private static RecipientRetired retired() {
        return new RecipientRetired("r", Instant.parse("2016-11-02T10:15:00Z"));
    }

    /** Each with the number of its events. */
    private List<String> partitions() {
        return owner.sql("""
                SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'ledger.event'::regclass ORDER BY inhrelid
                """).query(String.class).list().stream()
                .map(table -> table.replace("ledger.", "") + " "
                        + owner.sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single())
                .toList();
    }
}
