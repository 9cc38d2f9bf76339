package org.consentledger.ledger.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.ledger.AtOnce;
import org.consentledger.ledger.store.LedgerSchema;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the roles come to be, on a server that has none yet. */
class RolesMigrationTest {

    private static final int DATABASES = 4;

    private EmbeddedPostgres server;
    private JdbcClient administrator;

    @BeforeEach
    void aServerWithoutRoles() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        administrator = JdbcClient.create(server.getPostgresDatabase());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private DatabaseLogin database(String name, String owner) {
        administrator.sql("CREATE DATABASE " + name + " OWNER " + owner).update();
        return new DatabaseLogin("jdbc:postgresql://localhost:" + server.getPort() + "/" + name, owner, "planted");
    }

    private void run(String... statements) {
        for (var statement : statements) {
            administrator.sql(statement).update();
        }
    }

    private List<String> members(String role) {
        return administrator
                .sql("SELECT DISTINCT member::regrole::text FROM pg_auth_members"
                        + " WHERE roleid = CAST(? AS regrole) AND set_option ORDER BY 1")
                .param(role)
                .query(String.class)
                .list();
    }

    @Test
    void anOwnerWhoMayMakesThemForAllDatabasesAtOnce() throws Exception {
        run("CREATE ROLE owner_of_some LOGIN PASSWORD 'planted' CREATEROLE");
        var databases = new ArrayList<DatabaseLogin>();
        for (var i = 0; i < DATABASES; i++) {
            databases.add(database("some_" + i, "owner_of_some"));
        }

        AtOnce.call(
                DATABASES, number -> LedgerSchema.migrate(databases.get(number).connections()));

        assertThat(members("ledger_reader")).containsExactly("owner_of_some");
        assertThat(members("ledger_writer")).isEmpty();
    }

    @Test
    void aSuperuserMakesThemForAllDatabasesAtOnce() throws Exception {
        run("ALTER ROLE postgres PASSWORD 'planted'");
        var databases = new ArrayList<DatabaseLogin>();
        for (var i = 0; i < DATABASES; i++) {
            databases.add(database("some_" + i, "postgres"));
        }

        AtOnce.call(
                DATABASES, number -> LedgerSchema.migrate(databases.get(number).connections()));

        assertThat(administrator
                        .sql("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'ledger%' AND NOT rolcanlogin")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anOwnerWhoMayNotSaysWhatAnAdministratorMustDo() {
        run("CREATE ROLE \"mere Owner\" LOGIN PASSWORD 'planted'");
        administrator.sql("CREATE DATABASE mere OWNER \"mere Owner\"").update();
        var owner =
                new DatabaseLogin("jdbc:postgresql://localhost:" + server.getPort() + "/mere", "mere Owner", "planted");

        assertThatThrownBy(() -> LedgerSchema.migrate(owner.connections()))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("let an administrator run, once: CREATE ROLE ledger_writer;"
                        + " CREATE ROLE ledger_reader; GRANT ledger_reader TO \"mere Owner\";");

        run("CREATE ROLE ledger_writer", "CREATE ROLE ledger_reader", "GRANT ledger_reader TO \"mere Owner\"");
        LedgerSchema.migrate(owner.connections());
        assertThat(members("ledger_reader")).containsExactly("\"mere Owner\"");
    }
}
