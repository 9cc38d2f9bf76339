package org.consentledger.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.consentledger.ledger.start.DatabaseGuards;
import org.consentledger.ledger.start.DatabaseLogin;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.ledger.store.LedgerSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script by which compose and Kubernetes make the logins. */
class RolesScriptTest {

    private static final List<String> LOGINS = List.of("ledger_owner", "consent_command", "consent_query");

    @TempDir
    Path root;

    @Test
    void the_logins_that_it_makes_are_those_that_the_ledger_needs() throws Exception {
        var secrets = Files.createDirectory(root.resolve("secrets"));
        for (var login : LOGINS) {
            Files.writeString(secrets.resolve(login + ".password"), "planted '" + login + "\n");
        }
        var server = new TestServer(root);
        try (var _ = server.start()) {
            var url = server.database().url().replaceFirst("/[^/?]+(\\?|$)", "/ledger$1");
            try (var administrator = server.connect();
                    var statement = administrator.createStatement()) {
                if (!server.database().url().equals(url)) {
                    statement.execute("CREATE DATABASE ledger");
                }
            }
            try (var administrator = DriverManager.getConnection(
                            url, server.database().user(), server.database().password());
                    var statement = administrator.createStatement()) {
                statement.execute(Files.readString(Path.of("..", "compose", "database", "roles.sql"))
                        .replace("/run/secrets/database/", secrets + "/"));
            }

            LedgerSchema.migrate(login(url, "ledger_owner").connections());
            guarded(DatabaseRole.WRITER, login(url, "consent_command"));
            guarded(DatabaseRole.READER, login(url, "consent_query"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(url, "consent_query", "planted"))
                    .withMessageContaining("password authentication failed");
        }
    }

    private static DatabaseLogin login(String url, String name) {
        return new DatabaseLogin(url, name, "planted '" + name);
    }

    /** As a service looks at its own login before it takes work. */
    private static void guarded(DatabaseRole role, DatabaseLogin login) throws SQLException {
        var guards = new DatabaseGuards(role, login);
        guards.require(guards.connections());
        try (var connection = guards.connections().getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT current_user")) {
            answer.next();
            assertThat(answer.getString(1)).isEqualTo(role.sqlName());
        }
    }
}
