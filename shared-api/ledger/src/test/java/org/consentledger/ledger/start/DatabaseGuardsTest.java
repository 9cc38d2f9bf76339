package org.consentledger.ledger.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.store.LedgerSchema;
import org.consentledger.setting.SettingException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service with too much or too little in its database's hands says so, and how to mend it. */
class DatabaseGuardsTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh();

    private final JdbcClient administrator = JdbcClient.create(DATABASE.administrator());

    /** A login of the test's own, because roles belong to all tests. */
    private final String name = "login_" + COUNT.incrementAndGet();

    @BeforeAll
    static void migrate() {
        LedgerSchema.migrate(DATABASE.dataSource());
    }

    @BeforeEach
    void makeLogin() {
        administrator.sql("CREATE ROLE " + name + " LOGIN PASSWORD 'planted'").update();
    }

    @AfterEach
    void dropLogin() {
        administrator
                .sql("REASSIGN OWNED BY " + name + " TO " + LedgerDatabase.OWNER)
                .update();
        administrator.sql("DROP OWNED BY " + name).update();
        administrator.sql("DROP ROLE " + name).update();
    }

    private void join(DatabaseRole role) {
        administrator.sql("GRANT " + role.sqlName() + " TO " + name).update();
    }

    /** As far as the guards go: what the tables' version is does not change here, and takes long to find out. */
    private void start(DatabaseRole role) {
        var login = login(DATABASE);
        new DatabaseGuards(role, login).require(login.connections(role));
    }

    private void start(DatabaseRole role, LedgerDatabase database) {
        var login = login(database);
        var guards = new DatabaseGuards(role, login);
        LedgerSchema.existing(guards.connections());
        guards.require(login.connections(role));
    }

    private DatabaseLogin login(LedgerDatabase database) {
        return new DatabaseLogin(database.url(), name, "planted");
    }

    @ParameterizedTest
    @EnumSource
    void aMemberOfItsRoleStarts(DatabaseRole role) {
        join(role);

        assertThatCode(() -> start(role, DATABASE)).doesNotThrowAnyException();
    }

    /** It need not inherit what the role may: its sessions are in the role. */
    @ParameterizedTest
    @EnumSource
    void soDoesOneThatInheritsNothing(DatabaseRole role) {
        administrator.sql("ALTER ROLE " + name + " NOINHERIT").update();
        join(role);

        assertThatCode(() -> start(role, DATABASE)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            WRITER | ALTER ROLE LOGIN SUPERUSER                         | it is a superuser
            READER | ALTER ROLE LOGIN SUPERUSER                         | it is a superuser
            WRITER | ALTER ROLE LOGIN CREATEROLE                        | it may create roles
            WRITER | ALTER TABLE ledger.event OWNER TO LOGIN            | it owns the table ledger.event
            READER | ALTER TABLE ledger.event OWNER TO LOGIN            | it owns the table ledger.event
            WRITER | ALTER SCHEMA ledger OWNER TO LOGIN                 | it owns the schema ledger
            WRITER | ALTER DATABASE DATABASE OWNER TO LOGIN             | it owns the database
            """)
    void aLoginThatIsMightyItselfIsToBeReplaced(DatabaseRole role, String done, String told) {
        join(role);
        perform(done);

        assertThatThrownBy(() -> start(role))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(
                        name + " could change or remove recorded events: " + told + "; set LEDGER_DB_USER")
                .hasMessageEndingWith(" LOGIN PASSWORD '...' IN ROLE " + role.sqlName() + ";");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TABLE access.entry | owns the table access.entry
            SCHEMA access      | owns the schema access
            """)
    void soIsOneThatOwnsTheAccessLog(String owned, String told) {
        join(DatabaseRole.READER);
        perform("ALTER " + owned + " OWNER TO LOGIN");

        assertThatThrownBy(() -> start(DatabaseRole.READER))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(name + " could change or remove entries of the access log: it " + told);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            WRITER | GRANT ledger_owner TO LOGIN                        | it can act as ledger_owner, which owns the table
            WRITER | GRANT ledger_owner TO LOGIN WITH INHERIT FALSE     | it can act as ledger_owner, which owns the table
            READER | GRANT ledger_owner TO LOGIN                        | it can act as ledger_owner, which owns the table
            READER | GRANT ledger_writer TO LOGIN                       | it can act as ledger_writer, which may INSERT on
            READER | GRANT ledger_writer TO LOGIN WITH INHERIT FALSE    | it can act as ledger_writer, which may INSERT on
            WRITER | GRANT pg_write_all_data TO LOGIN                   | pg_write_all_data, which may write everything
            WRITER | GRANT pg_execute_server_program TO LOGIN           | which may write everything
            WRITER | GRANT UPDATE ON ledger.event TO LOGIN              | may UPDATE on ledger.event
            WRITER | GRANT UPDATE (payload) ON ledger.event TO LOGIN    | may UPDATE on ledger.event
            WRITER | GRANT DELETE ON ledger.event TO ledger_writer      | may DELETE on ledger.event
            READER | GRANT TRUNCATE ON ledger.event TO PUBLIC           | may TRUNCATE on ledger.event
            READER | GRANT INSERT ON ledger.event TO ledger_reader      | may INSERT on ledger.event
            WRITER | GRANT TRIGGER ON ledger.event TO LOGIN             | may TRIGGER on ledger.event
            WRITER | REVOKE ledger_writer FROM LOGIN                    | may not take on the role ledger_writer
            READER | REVOKE ledger_reader FROM LOGIN                    | may not take on the role ledger_reader
            WRITER | GRANT ledger_writer TO LOGIN WITH SET FALSE        | may not take on the role ledger_writer
            WRITER | REVOKE INSERT ON ledger.event FROM ledger_writer   | GRANT SELECT, INSERT ON ledger.event
            WRITER | REVOKE DELETE ON ledger.snapshot FROM ledger_writer | ledger.snapshot
            WRITER | REVOKE ALL ON ledger.consent_due FROM ledger_writer | ledger.consent_due
            WRITER | CREATE FUNCTION ledger.f() RETURNS int RETURN 1; REVOKE ALL ON FUNCTION ledger.f FROM PUBLIC | GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ledger
            READER | REVOKE SELECT ON ledger.event FROM ledger_reader   | GRANT SELECT ON ledger.event TO ledger_reader
            READER | ALTER SCHEMA projection OWNER TO ledger_owner      | ALTER SCHEMA projection OWNER TO ledger_reader
            READER | ALTER SCHEMA projection_rebuild OWNER TO postgres  | ALTER SCHEMA projection_rebuild OWNER TO
            WRITER | ALTER TABLE ledger.event DISABLE TRIGGER ALL       | ENABLE ALWAYS TRIGGER event_is_append_only
            READER | ALTER TABLE ledger.event DISABLE TRIGGER ALL       | ENABLE ALWAYS TRIGGER event_is_append_only
            WRITER | ALTER TABLE ledger.event_1 DISABLE TRIGGER ALL     | ALTER TABLE %s ENABLE ALWAYS TRIGGER event_is_append_only
            WRITER | GRANT UPDATE ON ledger.event_0 TO LOGIN            | recorded events: it may UPDATE on ledger.event_0
            READER | GRANT INSERT ON ledger.event_1 TO ledger_reader    | may INSERT on ledger.event_1
            READER | GRANT UPDATE ON access.entry TO LOGIN              | entries of the access log: it may UPDATE on access.entry
            READER | GRANT UPDATE (purpose) ON access.entry TO ledger_reader | may UPDATE on access.entry
            READER | GRANT DELETE ON access.entry TO PUBLIC             | may DELETE on access.entry
            READER | GRANT TRUNCATE ON access.entry TO ledger_reader    | may TRUNCATE on access.entry
            READER | GRANT TRIGGER ON access.entry TO LOGIN             | may TRIGGER on access.entry
            WRITER | GRANT INSERT ON access.entry TO ledger_writer      | entries of the access log: it can act as ledger_writer
            READER | REVOKE INSERT ON access.entry FROM ledger_reader   | GRANT SELECT, INSERT ON access.entry TO ledger_reader
            READER | REVOKE USAGE ON SCHEMA access FROM ledger_reader   | GRANT USAGE ON SCHEMA access TO ledger_reader
            READER | REVOKE ALL ON FUNCTION access.enter FROM ledger_reader | GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA access
            READER | ALTER TABLE access.entry DISABLE TRIGGER ALL       | ENABLE ALWAYS TRIGGER entry_is_append_only
            """)
    void whatIsTooMuchOrTooLittleIsMendedByTheSqlThatIsTold(DatabaseRole role, String done, String told) {
        join(role);
        perform(done);

        var refused = catchThrowableOfType(SettingException.class, () -> start(role));
        assertThat(refused).hasMessageContaining(told);

        var message = refused.getMessage();
        administrator
                .sql(message.substring(message.lastIndexOf("run ") + "run ".length()))
                .update();
        assertThatCode(() -> start(role)).doesNotThrowAnyException();
    }

    private void perform(String sql) {
        var database = administrator
                .sql("SELECT current_database()")
                .query(String.class)
                .single();
        administrator
                .sql(sql.replace(" DATABASE OWNER", " " + database + " OWNER").replace("LOGIN", name))
                .update();
    }

    @ParameterizedTest
    @EnumSource
    void withoutTablesTheOwnerIsAskedFor(DatabaseRole role) {
        join(role);

        asksForTheOwner(role, LedgerDatabase.fresh());
    }

    @ParameterizedTest
    @EnumSource
    void onOlderTablesTheOwnerIsAskedFor(DatabaseRole role) {
        join(role);
        var database = LedgerDatabase.fresh();
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("ledger")
                .locations("classpath:org/consentledger/ledger/migration")
                .target("2")
                .load()
                .migrate();

        asksForTheOwner(role, database);
        LedgerSchema.migrate(database.dataSource());
        assertThatCode(() -> start(role, database)).doesNotThrowAnyException();
    }

    private void asksForTheOwner(DatabaseRole role, LedgerDatabase database) {
        assertThatThrownBy(() -> start(role, database))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("start it once with LEDGER_DB_OWNER_USER and LEDGER_DB_OWNER_PASSWORD");
    }

    @Test
    void sessionsThatAreNotInTheRoleAreNoticed() {
        join(DatabaseRole.WRITER);
        var login = login(DATABASE);

        assertThatThrownBy(() -> new DatabaseGuards(DatabaseRole.WRITER, login).require(login.connections()))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("not in the role ledger_writer");
    }

    @Test
    void aLoginTellsNoPassword() {
        assertThat(login(DATABASE)).hasToString("DatabaseLogin[" + name + "]");
    }
}
