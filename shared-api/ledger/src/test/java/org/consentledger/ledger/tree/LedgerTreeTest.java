package org.consentledger.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.consentledger.ledger.AtOnce;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.serial.SampleEvents;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.ledger.store.EventStoreUnderTest;
import org.consentledger.log.entry.Entry;
import org.consentledger.log.tree.Frontier;
import org.consentledger.log.tree.Hash;
import org.consentledger.log.tree.Node;
import org.consentledger.log.tree.Proofs;
import org.consentledger.log.tree.Verification;
import org.consentledger.recipient.RecipientRetired;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerTreeTest {

    private LedgerDatabase database;
    private EventStoreUnderTest one;
    private EventStoreUnderTest other;
    private LedgerTree tree;
    private LedgerEntries entries;

    @BeforeEach
    void aLedger() {
        database = LedgerDatabase.fresh();
        one = new EventStoreUnderTest(database, NoOpEventUpcaster.INSTANCE);
        other = new EventStoreUnderTest(database, NoOpEventUpcaster.INSTANCE);
        var jdbc = JdbcClient.create(database.dataSource(DatabaseRole.READER));
        tree = new LedgerTree(jdbc);
        entries = new LedgerEntries(jdbc);
    }

    @Test
    void aLedgerWithoutEventsHasTheTreeOfNothing() {
        assertThat(tree.frontier().root()).isEqualTo(Hash.EMPTY);
        assertThatCode(() -> check().require()).doesNotThrowAnyException();
    }

    /** What PostgreSQL computes in the commit, and what the verifier computes from an export, is the same. */
    @Test
    void everyKindOfEventIsALeaf() {
        for (var event : SampleEvents.all()) {
            one.append("Recipient", "stream-" + SampleEvents.all().indexOf(event), 0, event);
        }

        var leaves = leaves();
        var expected = new Frontier();
        leaves.forEach(expected::append);

        assertThat(leaves).hasSize(SampleEvents.all().size());
        assertThat(tree.frontier().root()).isEqualTo(expected.root());
        assertThat(tree.frontier().subtrees()).isEqualTo(expected.subtrees());
    }

    /** More events than two tiles hold, from two nodes at once, several in one command. */
    @Test
    void theTreeGrowsInTheOrderOfPositionsWhoeverAppends() throws Exception {
        AtOnce.call(20, writer -> {
            for (var i = 0; i < 14; i++) {
                var node = writer % 2 == 0 ? one : other;
                node.append("Recipient", "recipient-" + writer, 2L * i, retired(writer), retired(writer));
            }
            return writer;
        });

        var leaves = leaves();
        var expected = new Frontier();
        var roots = new ArrayList<Hash>();
        roots.add(expected.root());
        for (var leaf : leaves) {
            expected.append(leaf);
            roots.add(expected.root());
        }

        assertThat(leaves).hasSize(560);
        assertThat(tree.frontier().subtrees()).isEqualTo(expected.subtrees());
        assertThat(new Proofs(tree).root(512)).isEqualTo(roots.get(512));
        for (var size : List.of(1, 255, 256, 257, 511, 513, 560)) {
            var proofs = new Proofs(tree);
            assertThat(proofs.root(size)).isEqualTo(roots.get(size));
            assertThat(Verification.grew(size, roots.get(size), 560, roots.get(560), proofs.consistency(size, 560)))
                    .isTrue();
            for (var position : List.of(0, size / 2, size - 1)) {
                assertThat(Verification.includes(
                                leaves.get(position),
                                position,
                                size,
                                proofs.inclusion(position, size),
                                roots.get(size)))
                        .isTrue();
            }
        }
        assertThatCode(() -> check().require()).doesNotThrowAnyException();
    }

    @Test
    void onlyNodesOfWholeTilesAreKept() {
        for (var i = 0; i < 300; i++) {
            one.append("Recipient", "recipient-" + i, 0, retired(i));
        }

        var kept = JdbcClient.create(database.dataSource())
                .sql("SELECT level, index FROM ledger.tree_node")
                .query((row, number) -> new Node(row.getInt("level"), row.getLong("index")))
                .list();
        assertThat(kept).containsExactly(new Node(8, 0));
    }

    /** Each as whoever owns the database could do it, past every guard. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            an altered payload        | UPDATE ledger.event SET payload = '{}' WHERE position = 290                   | position 290, or its leaf, was altered
            an altered time           | UPDATE ledger.event SET recorded_at = now() WHERE position = 3                | position 3, or its leaf, was altered
            an altered recipient      | UPDATE ledger.event SET recipient = 'x' WHERE position = 3                    | position 3, or its leaf, was altered
            a removed event           | DELETE FROM ledger.event WHERE position = 3                                   | position 3 is missing
            a removed tail            | DELETE FROM ledger.event WHERE position = 299                                 | 299 events, but 300 were recorded
            an altered leaf           | UPDATE ledger.event SET leaf_hash = sha256('x') WHERE position = 3            | position 3, or its leaf, was altered
            a leaf that is none       | UPDATE ledger.event SET leaf_hash = 'x' WHERE position = 3                    | no hash
            an altered end            | UPDATE ledger.tree SET subtrees[1] = sha256('x')                              | not follow from its leaves
            an end of another size    | UPDATE ledger.tree SET subtrees = '{}'                                        | cannot have 300 leaves
            an end that is none       | UPDATE ledger.tree SET subtrees[1] = NULL                                     | no hash
            no tree                   | DELETE FROM ledger.tree                                                       | tree is gone
            an altered event and leaf | UPDATE ledger.event SET payload = '{}', leaf_hash = ledger.leaf_hash(position, event_id, stream_type, stream_id, stream_sequence, recorded_at, event_type, revision, command_id, event_index, request_sha256, recipient, '{}', metadata) WHERE position = 3 | not follow from its leaves
            """)
    void whatWasDoneToTheLedgerIsFoundAtTheStart(String deed, String sql, String told) throws Exception {
        AtOnce.call(10, writer -> {
            for (var i = 0; i < 15; i++) {
                one.append("Recipient", "recipient-" + writer, 2L * i, retired(writer), retired(writer));
            }
            return writer;
        });
        var owner = JdbcClient.create(database.dataSource());
        owner.sql("ALTER TABLE ledger.event DISABLE TRIGGER event_is_append_only")
                .update();

        assertThat(owner.sql(sql).update()).isEqualTo(1);

        assertThatThrownBy(() -> check().require())
                .isInstanceOf(BrokenTreeException.class)
                .hasMessageContaining(told);
    }

    /** Older than what is looked at event by event: the nodes above them tell. */
    @Test
    void ofOlderEventsTheTreeHasToFit() throws Exception {
        AtOnce.call(20, writer -> {
            for (var i = 0; i < 40; i++) {
                one.append("Recipient", "recipient-" + writer, 2L * i, retired(writer), retired(writer));
            }
            return writer;
        });
        assertThatCode(() -> check().require()).doesNotThrowAnyException();
        var owner = JdbcClient.create(database.dataSource());
        owner.sql("ALTER TABLE ledger.tree_node DISABLE TRIGGER tree_node_is_append_only")
                .update();
        owner.sql("UPDATE ledger.tree_node SET hash = sha256('x') WHERE level = 8 AND index = 0")
                .update();

        assertThatThrownBy(() -> check().require())
                .isInstanceOf(BrokenTreeException.class)
                .hasMessageContaining("not follow from its leaves");
    }

    /** A ledger of before there was a tree. */
    @Test
    void theEventsOfAnEarlierReleaseBecomeLeaves() {
        var older = LedgerDatabase.fresh();
        var migration = Flyway.configure()
                .dataSource(older.dataSource())
                .schemas("ledger")
                .locations("classpath:org/consentledger/ledger/migration");
        migration.target("5").load().migrate();
        JdbcClient.create(older.dataSource()).sql("""
                INSERT INTO ledger.event (position, event_id, stream_id, stream_sequence, stream_type, recorded_at, event_type,
                       revision, payload, metadata, command_id, event_index, request_sha256, about_sha256, recipient)
                SELECT n, 'e-' || n, 'recipient-' || n, 0, 'Recipient', now() + n * interval '1 microsecond',
                       'RecipientRetired', '1', '{"n":' || n || '}', '{}', gen_random_uuid(), 0, '', sha256(n::text::bytea),
                       CASE WHEN n % 2 = 0 THEN 'r' END
                  FROM generate_series(0, 1299) AS n
                """).update();

        migration.target("latest").load().migrate();

        var jdbc = JdbcClient.create(older.dataSource(DatabaseRole.READER));
        var expected = new Frontier();
        new LedgerEntries(jdbc).from(0, 2_000).forEach(entry -> expected.append(entry.leaf()));
        var grown = new LedgerTree(jdbc);
        assertThat(expected.size()).isEqualTo(1_300);
        assertThat(grown.frontier().subtrees()).isEqualTo(expected.subtrees());
        assertThat(new Proofs(grown).root(1_300)).isEqualTo(expected.root());
        assertThat(JdbcClient.create(older.dataSource())
                        .sql("SELECT tgenabled FROM pg_trigger WHERE tgname = 'event_is_append_only'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .containsOnly("A");
    }

    @Test
    void anEventThatNoServiceRecordedIsFoundAtTheStart() {
        one.append("Recipient", "recipient-1", 0, retired(1));
        JdbcClient.create(database.dataSource()).sql("""
                INSERT INTO ledger.event (position, event_id, stream_id, stream_sequence, stream_type, recorded_at, event_type,
                       revision, payload, metadata, command_id, event_index, request_sha256, about_sha256, leaf_hash)
                SELECT position + 1, 'forged', 'recipient-2', 0, stream_type, recorded_at, event_type, revision, payload,
                       metadata, gen_random_uuid(), 0, request_sha256, about_sha256, leaf_hash FROM ledger.event
                """).update();

        assertThatThrownBy(() -> check().require())
                .isInstanceOf(BrokenTreeException.class)
                .hasMessageContaining("position 1");
        assertThatThrownBy(() -> one.append("Recipient", "recipient-3", 0, retired(3)))
                .hasStackTraceContaining("the tree was grown to 1 leaves, but the ledger has 2 events");
    }

    private TreeCheck check() {
        return new TreeCheck(one.reader(), tree, entries);
    }

    private List<Hash> leaves() {
        return entries.from(0, 1_000).stream().map(Entry::leaf).toList();
    }

    private static RecipientRetired retired(int number) {
        return new RecipientRetired("r" + number, Instant.parse("2016-11-02T10:15:00Z"));
    }
}
