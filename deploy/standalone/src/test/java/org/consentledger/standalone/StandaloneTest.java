package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import org.consentledger.standalone.scenario.LedgerClient;
import org.consentledger.standalone.scenario.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Timeout(600)
class StandaloneTest {

    private static final String STARTED = "Ctrl-C stops";
    private static final int POSTMASTER_PORT_LINE = 3;
    private static final String CONSENTS = "/subjects/rosa/consents";

    @TempDir
    Path data;

    private Map<String, String> environment;
    private LedgerClient client;

    @BeforeEach
    void choosePorts() {
        environment = new HashMap<>(FreePorts.environment());
        environment.put("LEDGER_DATA", data.toString());
        // somebody else's database, which must not be touched
        environment.put("LEDGER_DB_URL", "jdbc:postgresql://127.0.0.1:1/other");
        environment.put("LEDGER_DB_OWNER_USER", "other");
        client = Settings.of(environment).client();
    }

    /** What was logged stays for the search of the whole test run; the secrets of this ledger only this test knows. */
    @AfterEach
    void noLogHoldsASecret(TestInfo test) throws IOException {
        var logs = LedgerLogs.keep(data, test.getTestMethod().orElseThrow().getName());
        for (var secret : LedgerLogs.secrets(data)) {
            assertThat(logs).allSatisfy(log -> assertThat(log).doesNotContainIgnoringCase(secret));
        }
    }

    @Test
    void what_was_answered_survives_a_stop_a_kill_and_the_end_of_the_database() throws Exception {
        try (var first = LedgerProcess.start(environment).await(STARTED)) {
            assertThat(client.query("/notices/reference/2016-10").status()).isEqualTo(200);
            assertThat(giveConsent().status()).isEqualTo(201);
            aSecondRunIsRefused();

            first.interrupt();

            assertThat(first.exitStatus()).isZero();
            assertThat(first.output()).last().isEqualTo("stopped");
            assertThat(first.text()).doesNotContain("Exception", "WARN", "ERROR");
        }
        try (var second = LedgerProcess.start(environment).await(STARTED)) {
            assertThat(state()).isEqualTo("GIVEN");
            assertThat(giveConsent().status()).isEqualTo(200);
            eachServiceHasALoginOfItsOwn();

            second.kill();
            assertThat(second.exitStatus()).isNotZero();
            assertThat(database().isAlive()).isTrue();
        }
        try (var third = LedgerProcess.start(environment).await(STARTED)) {
            assertThat(third.text()).contains("stopping the PostgreSQL that a killed run left behind");
            assertThat(state()).isEqualTo("GIVEN");

            database().destroyForcibly();

            assertThat(third.exitStatus()).isEqualTo(1);
            assertThat(third.output()).last().asString().startsWith("PostgreSQL has ended, and so does the ledger");
        }
        assertThat(LedgerLogs.secrets(data)).hasSizeGreaterThan(6);
    }

    private void aSecondRunIsRefused() throws Exception {
        try (var other = LedgerProcess.start(environment)) {
            assertThat(other.exitStatus()).isEqualTo(1);
            assertThat(other.output())
                    .singleElement()
                    .asString()
                    .startsWith("LEDGER_DATA=" + data + " is in use by another run");
        }
    }

    private void eachServiceHasALoginOfItsOwn() throws Exception {
        var address = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        var url = "jdbc:postgresql://127.0.0.1:" + address.get(POSTMASTER_PORT_LINE) + "/ledger";
        var password = Files.readString(data.resolve("keys/postgres.password")).strip();
        try (var connection = DriverManager.getConnection(url, "ledger", password);
                var statement = connection.createStatement();
                var logins = statement.executeQuery("SELECT string_agg(DISTINCT usename, ' ' ORDER BY usename)"
                        + " FROM pg_stat_activity WHERE datname = 'ledger' AND pid <> pg_backend_pid()")) {
            logins.next();
            assertThat(logins.getString(1)).isEqualTo("consent_command consent_query");
        }
    }

    @Test
    void a_service_that_cannot_start_says_why_in_one_line_and_leaves_nothing_running() throws Exception {
        environment.put("LEDGER_LEGAL_REGISTER", data.resolve("no-such.yaml").toString());

        try (var ledger = LedgerProcess.start(environment)) {
            assertThat(ledger.exitStatus()).isEqualTo(1);
            assertThat(ledger.output()).last().asString().contains("no-such.yaml");
            assertThat(ledger.text()).doesNotContain("\tat ", "WARN", "ERROR");
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_wrong_call_ends_with_two() throws Exception {
        try (var ledger = LedgerProcess.start(environment, "stop")) {
            assertThat(ledger.exitStatus()).isEqualTo(2);
            assertThat(ledger.output()).singleElement().asString().startsWith("there is no stop: ");
        }
    }

    private Reply giveConsent() throws Exception {
        return client.command("give-consent", null, new JsonMapper().readTree("""
                {"subject":"rosa","notice":"reference","noticeVersion":"2016-10","purposes":["business-notices"],
                 "evidence":{"channel":"WEB_FORM","form":"EXPLICIT","locale":"en","collectedBy":"web-shop",
                             "statementSha256":"7431bb61023a07adc842d5004b1823e8cf7f3fcbd8d2949987ecdb029dfccf22"},
                 "giver":{"kind":"SUBJECT"},"collectedAt":"2016-11-02T10:15:00Z"}"""));
    }

    private String state() throws Exception {
        return client.query(CONSENTS).body().at("/consents/0/state").asString();
    }

    private ProcessHandle database() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
