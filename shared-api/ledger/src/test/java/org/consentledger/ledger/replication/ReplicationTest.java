package org.consentledger.ledger.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.start.DatabaseRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;

/** On a server whose commits wait for a standby that never comes. With one that does, make chaos shows the rest. */
@Timeout(60)
class ReplicationTest {

    private static final String WAITING =
            "SELECT coalesce(min(pid), 0) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND usename = 'consent_query'";

    private static EmbeddedPostgres server;
    private static LedgerDatabase database;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .start();
        database = LedgerDatabase.on(server);
        execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
        execute("SELECT pg_reload_conf()");
        await().until(() -> number("SELECT count(*) FROM pg_settings WHERE name = 'synchronous_standby_names' AND"
                        + " setting = 'nobody'")
                == 1);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private final DataSource reader = database.dataSource(DatabaseRole.READER);

    @Test
    void whoWaitsForAStandbyThatIsAwayIsNotTold() {
        var waiting = CompletableFuture.runAsync(new Replication(reader)::await);

        await().until(() -> number(WAITING) > 0);
        assertThat(waiting).isNotDone();
        assertThatThrownBy(() -> endWait("pg_cancel_backend", waiting))
                .hasCauseInstanceOf(DataAccessResourceFailureException.class)
                .hasRootCauseMessage("the commit may be on the primary alone: its wait for the standby was ended");
    }

    @Test
    void norIsOneWhoseSessionWasEnded() {
        var waiting = CompletableFuture.runAsync(new Replication(reader)::await);

        await().until(() -> number(WAITING) > 0);
        assertThatThrownBy(() -> endWait("pg_terminate_backend", waiting))
                .hasCauseInstanceOf(DataAccessResourceFailureException.class);
    }

    /** PostgreSQL takes it for a success: this is why somebody has to look. */
    @Test
    void aCommitWhoseWaitWasEndedLooksAsIfItWereComplete() {
        var committed = CompletableFuture.supplyAsync(() -> {
            try (var connection = reader.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("SELECT pg_logical_emit_message(true, 'test', '')");
                assertThatThrownBy(() -> CommitWait.requireComplete(statement))
                        .isInstanceOf(SQLException.class)
                        .extracting("SQLState")
                        .isEqualTo("40003");
                return true;
            } catch (SQLException e) {
                throw new CompletionException(e);
            }
        });

        await().until(() -> number(WAITING) > 0);
        endWait("pg_cancel_backend", committed);
        assertThat(committed).isCompletedWithValue(true);
    }

    @Test
    void withoutAStandbyNobodyWaits() {
        new Replication(LedgerDatabase.fresh().dataSource(DatabaseRole.READER)).await();
    }

    private static void endWait(String function, CompletableFuture<?> waiting) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            execute("SELECT " + function + "(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND usename ="
                    + " 'consent_query'");
            return waiting.isDone();
        });
        waiting.join();
    }

    private static long number(String query) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
