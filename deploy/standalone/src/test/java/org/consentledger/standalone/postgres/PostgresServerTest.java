package org.consentledger.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class PostgresServerTest {

    @TempDir
    Path root;

    private TestServer test;

    @BeforeEach
    void prepare() throws Exception {
        test = new TestServer(root);
    }

    @Test
    void nobody_connects_without_the_password_and_nobody_from_elsewhere() throws Exception {
        try (var _ = test.start()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> test.connect("another"))
                    .withMessageContaining("password authentication failed");
            var nothing = new Properties();
            nothing.setProperty("user", test.database().user());
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(
                            () -> DriverManager.getConnection(test.database().url(), nothing));
            assertThat(Files.readAllLines(test.folder().data().resolve("pg_hba.conf")))
                    .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                    .allMatch(line -> line.endsWith("scram-sha-256"));

            assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting("unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void what_was_committed_is_there_after_a_restart_and_after_a_crash() throws Exception {
        try (var _ = test.start()) {
            assertThat(setting("fsync")).isEqualTo("on");
            execute("CREATE TABLE kept AS SELECT 1 AS value");
        }
        try (var server = test.start()) {
            execute("INSERT INTO kept VALUES (2)");
            test.process().destroyForcibly();
            server.awaitEnd();
        }
        try (var _ = test.start()) {
            assertThat(single("SELECT sum(value) FROM kept")).isEqualTo("3");
        }
        assertThat(test.stages())
                .filteredOn(stage -> stage.startsWith("creating"))
                .hasSize(1);
    }

    @Test
    void what_was_committed_is_there_after_an_immediate_stop_and_the_same_server_starts_again() throws Exception {
        try (var server = test.start()) {
            execute("CREATE TABLE kept AS SELECT 1 AS value");
            server.stopImmediately();
            assertThat(Files.readString(test.folder().log())).contains("immediate shutdown request");

            assertThat(server.start(Set.of(), stage -> {}).user())
                    .isEqualTo(test.database().user());
        }
        try (var _ = test.start()) {
            assertThat(single("SELECT sum(value) FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void a_server_that_a_killed_run_left_behind_is_stopped_first() throws Exception {
        var forgotten = test.start();
        var orphan = test.process();

        try (var _ = test.start()) {
            assertThat(Postmaster.isRunning(orphan)).isFalse();
            assertThat(test.process()).isNotEqualTo(orphan);
            assertThat(test.stages()).anyMatch(stage -> stage.contains("process " + orphan.pid()));
            assertThat(single("SELECT 1")).isEqualTo("1");
        }
        forgotten.close();
    }

    @Test
    void a_stale_file_that_names_another_program_is_no_obstacle() throws Exception {
        test.start().close();
        Files.writeString(
                test.folder().data().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        try (var _ = test.start()) {
            assertThat(single("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_half_made_data_folder_is_made_again() throws Exception {
        Files.createDirectories(root.resolve("postgres.unfinished/base"));
        Files.writeString(root.resolve("postgres.unfinished/PG_VERSION"), "18\n");

        try (var _ = test.start()) {
            assertThat(single("SELECT 1")).isEqualTo("1");
        }
        assertThat(root.resolve("postgres.unfinished")).doesNotExist();
    }

    @Test
    void data_of_another_major_version_is_refused_before_anything_starts() throws Exception {
        Files.createDirectories(test.folder().data());
        Files.writeString(test.folder().data().resolve("PG_VERSION"), "15\n");

        assertThatExceptionOfType(PostgresException.class)
                .isThrownBy(() -> new PostgresServer(test.folder()))
                .withMessageContaining("was written by PostgreSQL 15, but this build carries 18")
                .withMessageContaining("LEDGER_DATA");
    }

    @Test
    void a_server_that_cannot_start_says_why_in_one_line() throws Exception {
        test.start().close();
        Files.writeString(test.folder().data().resolve("postgresql.conf"), "shared_buffers = none\n");

        assertThatExceptionOfType(PostgresException.class)
                .isThrownBy(() -> test.start())
                .withMessageContaining("PostgreSQL did not start: ")
                .withMessageContaining("postgresql.conf")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    private String setting(String name) throws SQLException {
        return single("SHOW " + name);
    }

    private String single(String query) throws SQLException {
        try (var connection = test.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = test.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
