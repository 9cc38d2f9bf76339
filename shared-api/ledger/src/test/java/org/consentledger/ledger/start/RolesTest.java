package org.consentledger.ledger.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.store.LedgerSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each role may do, found out by trying: as the services log in, and also after they left their role. */
class RolesTest {

    private static final String INSERT = """
            INSERT INTO ledger.event (position, event_id, stream_id, stream_sequence, stream_type, recorded_at, event_type,
                revision, payload, metadata, command_id, event_index, request_sha256, about_sha256, leaf_hash)
            VALUES (%d, '%s', 'recipient-r', %1$d, 'Recipient', now(), 'RecipientRetired', '1', '{}', '{}',
                gen_random_uuid(), 0, '', '', '')
            """;

    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh();

    private static final JdbcClient OWNER = JdbcClient.create(DATABASE.dataSource());

    @BeforeAll
    static void twoEvents() {
        LedgerSchema.migrate(DATABASE.dataSource());
        var writer = JdbcClient.create(DATABASE.dataSource(DatabaseRole.WRITER));
        writer.sql(INSERT.formatted(0, "first")).update();
        writer.sql(INSERT.formatted(1, "second")).update();
        OWNER.sql("CREATE TABLE ledger.probe (value integer)").update();
    }

    @AfterEach
    void theEventsAreAsTheyWere() {
        assertThat(events()).containsExactly("0 first {}", "1 second {}");
        assertThat(OWNER.sql("SELECT tgenabled FROM pg_trigger WHERE tgname = 'event_is_append_only'")
                        .query(String.class)
                        .list())
                .hasSizeGreaterThan(1)
                .containsOnly("A");
    }

    private static List<String> events() {
        return OWNER.sql("SELECT position || ' ' || event_id || ' ' || payload FROM ledger.event ORDER BY position")
                .query(String.class)
                .list();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            both   | UPDATE ledger.event SET payload = '{"changed":true}'
            both   | UPDATE ledger.event SET position = position + 10
            both   | DELETE FROM ledger.event
            both   | DELETE FROM ledger.event WHERE position = 1
            both   | TRUNCATE ledger.event
            both   | MERGE INTO ledger.event e USING (SELECT 1) AS o ON e.position = 1 WHEN MATCHED THEN DELETE
            both   | SELECT * FROM ledger.event FOR UPDATE
            both   | BEGIN; LOCK TABLE ledger.event IN ACCESS EXCLUSIVE MODE
            both   | DROP TABLE ledger.event
            both   | DROP SCHEMA ledger CASCADE
            both   | ALTER TABLE ledger.event RENAME TO other
            both   | ALTER TABLE ledger.event ADD COLUMN more text
            both   | ALTER TABLE ledger.event OWNER TO CURRENT_USER
            both   | ALTER TABLE ledger.event DISABLE TRIGGER event_is_append_only
            both   | ALTER TABLE ledger.event DISABLE TRIGGER ALL
            both   | DROP TRIGGER event_is_append_only ON ledger.event
            both   | CREATE TRIGGER other BEFORE INSERT ON ledger.event EXECUTE FUNCTION ledger.refuse_change()
            both   | CREATE RULE other AS ON INSERT TO ledger.event DO INSTEAD NOTHING
            both   | CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'
            both   | DROP FUNCTION ledger.refuse_change() CASCADE
            both   | CREATE TABLE ledger.other (value integer)
            both   | CREATE SCHEMA other
            both   | SET session_replication_role = replica
            both   | SET ROLE ledger_owner
            both   | SET SESSION AUTHORIZATION ledger_owner
            both   | CREATE ROLE other
            both   | DELETE FROM ledger.flyway_schema_history
            both   | SELECT * FROM ledger.probe
            both   | DELETE FROM ledger.tree
            both   | INSERT INTO ledger.tree (size, subtrees, one_row) VALUES (0, '{}', true)
            both   | UPDATE ledger.tree_node SET level = 0
            both   | DELETE FROM ledger.tree_node
            both   | TRUNCATE ledger.checkpoint
            both   | DELETE FROM ledger.checkpoint
            both   | UPDATE ledger.checkpoint SET note = ''
            both   | UPDATE access.entry SET purpose = ''
            both   | UPDATE access.entry SET number = DEFAULT
            both   | DELETE FROM access.entry
            both   | TRUNCATE access.entry
            both   | SELECT * FROM access.entry FOR UPDATE
            both   | DROP TABLE access.entry
            both   | ALTER TABLE access.entry DISABLE TRIGGER ALL
            both   | CREATE RULE other AS ON INSERT TO access.entry DO INSTEAD NOTHING
            both   | CREATE TABLE access.other (value integer)
            both   | DROP FUNCTION access.enter
            writer | SELECT * FROM webhook.webhook
            writer | DELETE FROM webhook.dead_letter
            both   | CREATE TABLE webhook.other (value integer)
            both   | DROP TABLE webhook.dead_letter
            both   | TRUNCATE webhook.webhook CASCADE
            writer | SELECT * FROM access.entry
            writer | INSERT INTO access.entry (client_id) VALUES ('c')
            reader | UPDATE ledger.tree SET size = 0
            reader | INSERT INTO ledger.tree_node VALUES (8, 0, '')
            writer | INSERT INTO ledger.checkpoint VALUES (0, '', now())
            reader | INSERT INTO ledger.event (position) VALUES (9)
            reader | SELECT * FROM ledger.snapshot
            reader | SELECT * FROM ledger.consent_due
            reader | DELETE FROM ledger.snapshot
            reader | SET ROLE ledger_writer
            writer | SELECT * FROM projection.of_the_reader
            writer | CREATE TABLE projection.other (value integer)
            writer | CREATE TABLE projection_rebuild.other (value integer)
            writer | DROP SCHEMA projection CASCADE
            writer | UPDATE ledger.snapshot SET payload = '{}'
            writer | TRUNCATE ledger.snapshot
            writer | SET ROLE ledger_reader
            """)
    void aServiceMayNot(String who, String statement) {
        for (var role : DatabaseRole.values()) {
            if (who.equals("both") || who.equalsIgnoreCase(role.name())) {
                isDenied(role, "", statement);
                isDenied(role, "RESET ROLE; ", statement);
                isDenied(role, "SET ROLE NONE; ", statement);
            }
        }
    }

    private static void isDenied(DatabaseRole role, String before, String statement) {
        assertThatThrownBy(() -> execute(role, before + statement))
                .as("%s: %s%s", role, before, statement)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    private static void execute(DatabaseRole role, String sql) throws SQLException {
        try (var connection = DATABASE.dataSource(role).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void theWriterCannotSlipAnEventInBeforeAnother() {
        for (var position = 0; position <= 1; position++) {
            var sql = INSERT.formatted(position, "slipped in");
            assertThatThrownBy(() -> execute(DatabaseRole.WRITER, sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
        }
    }

    @Test
    void theWriterCannotReplaceAnEventByAnotherAtTheSamePosition() {
        var sql = INSERT.formatted(0, "first");

        assertThatThrownBy(
                        () -> execute(DatabaseRole.WRITER, sql + " ON CONFLICT (position) DO UPDATE SET payload = ''"))
                .hasMessageContaining("permission denied");
    }

    /** Whom no privilege stops, the trigger does. */
    @ParameterizedTest
    @CsvSource({"''", "SET session_replication_role = replica;"})
    void notEvenAnAdministratorChangesAnEventByMistake(String before) throws SQLException {
        try (var connection = DATABASE.administrator().getConnection();
                var statement = connection.createStatement()) {
            for (var change : List.of(
                    "UPDATE ledger.event SET payload = '{}'",
                    "DELETE FROM ledger.event",
                    "TRUNCATE ledger.event",
                    "UPDATE ledger.event_0 SET payload = '{}'",
                    "DELETE FROM ledger.event_1",
                    "TRUNCATE ledger.event_0",
                    "UPDATE access.entry SET purpose = ''",
                    "DELETE FROM access.entry",
                    "TRUNCATE access.entry")) {
                assertThatThrownBy(() -> statement.execute(before + change))
                        .hasMessageContaining("never changed or removed");
            }
        }
    }

    @Test
    void theReaderEntersAccessesInOrder() throws SQLException {
        execute(
                DatabaseRole.READER,
                "SELECT access.enter(ARRAY['c', 'c'], ARRAY[NULL, 'p'], ARRAY['s-1', 's-2'], ARRAY['w', 'w'],"
                        + " ARRAY['why', NULL], ARRAY['r', 'r'])");

        assertThat(OWNER.sql("SELECT subject_id || ' ' || coalesce(purpose, '-') FROM access.entry ORDER BY number")
                        .query(String.class)
                        .list())
                .endsWith("s-1 why", "s-2 -");
    }

    @Test
    void theReaderDoesAsItLikesWithTheProjections() throws SQLException {
        execute(DatabaseRole.READER, """
                CREATE TABLE projection_rebuild.mine AS SELECT position FROM ledger.event;
                ALTER TABLE projection_rebuild.mine SET SCHEMA projection;
                TRUNCATE projection.mine;
                DROP TABLE projection.mine;
                """);
    }

    @Test
    void theSchemaIsNobodysElse() {
        assertThat(OWNER.sql("""
                        SELECT grantee || ' ' || table_name || ' ' || privilege_type
                          FROM information_schema.role_table_grants
                         WHERE table_schema = 'ledger' AND grantee <> 'ledger_owner'
                           AND table_name IN ('event', 'event_0', 'event_1', 'snapshot', 'consent_due', 'flyway_schema_history', 'probe')
                         ORDER BY 1
                        """).query(String.class).list())
                .containsExactly(
                        "ledger_reader event SELECT",
                        "ledger_reader flyway_schema_history SELECT",
                        "ledger_writer consent_due DELETE",
                        "ledger_writer consent_due INSERT",
                        "ledger_writer consent_due SELECT",
                        "ledger_writer consent_due UPDATE",
                        "ledger_writer event INSERT",
                        "ledger_writer event SELECT",
                        "ledger_writer flyway_schema_history SELECT",
                        "ledger_writer snapshot DELETE",
                        "ledger_writer snapshot INSERT",
                        "ledger_writer snapshot SELECT");
    }

    @Test
    void functionsYetToComeAreTheWriters() throws SQLException {
        OWNER.sql("CREATE FUNCTION ledger.yet_to_come() RETURNS integer LANGUAGE sql AS 'SELECT 1'")
                .update();

        execute(DatabaseRole.WRITER, "SELECT ledger.yet_to_come()");
        isDenied(DatabaseRole.READER, "", "SELECT ledger.yet_to_come()");
    }
}
