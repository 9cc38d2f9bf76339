package org.consentledger.acceptance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.consentledger.acceptance.RunningLedger;
import org.consentledger.diagnosis.Doctor;
import org.consentledger.log.note.SigningKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** One ledger, first healthy, then with one thing after the other that is wrong; each is named. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoctorTest {

    @TempDir
    private static Path folder;

    private static RunningLedger ledger;

    private record Visit(int exit, String out, String err) {}

    @BeforeAll
    static void start() throws IOException {
        ledger = RunningLedger.start();
        register("first");
        Files.writeString(folder.resolve("token"), RunningLedger.token());
        await().untilAsserted(() -> assertThat(ledger.raw("/v1/log/checkpoint")).contains("\n1\n"));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static void register(String code) {
        var _ = ledger.send(
                "register-recipient",
                Map.of("recipient", code, "name", "Somebody", "class", "SUB_SUPPLIER", "country", "IT"));
    }

    private static Visit visit(String... more) throws IOException {
        var key = SigningKey.parse(
                        Files.readString(ledger.database().signingKeyFile()).strip())
                .verification()
                .toString();
        var arguments = new String[] {
            "--command=" + ledger.commands(""),
            "--query=" + ledger.queries(""),
            "--command-management=" + ledger.commandManagement(),
            "--query-management=" + ledger.queryManagement(),
            "--token-file=" + folder.resolve("token"),
            "--key=" + key
        };
        return doctor(Stream.of(arguments, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private static Visit doctor(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = Doctor.run(new PrintWriter(out), new PrintWriter(err, true), Map.of(), false, arguments);
        return new Visit(exit, out.toString(), err.toString());
    }

    @Test
    @Order(1)
    void ofAHealthyLedgerEverythingIsOk() throws IOException {
        var visit = visit();

        assertThat(visit.out())
                .contains(
                        "ok       consent-command readiness: is up",
                        "ok       consent-query access: a request without a token is refused",
                        "ok       operator's token: is accepted",
                        "ok       same ledger: consent-command is at position 0, consent-query at 0",
                        "ok       projection consents: has all events",
                        "ok       consent-command database: is reached",
                        "ok       erasures: none waits",
                        "ok       signature: the checkpoint of test.example/ledger is signed with the key given",
                        "ok       consistency: ",
                        "ok       versions: both services are ")
                .contains(" 0 to look at, 0 wrong")
                .doesNotContain("WRONG", "→");
        assertThat(visit.exit()).isZero();
        assertThat(visit.err()).isEmpty();
    }

    @Test
    @Order(2)
    void aKeptCheckpointIsHeldAgainstTheLog() throws IOException {
        var kept = Files.writeString(folder.resolve("kept.checkpoint"), ledger.raw("/v1/log/checkpoint"));

        assertThat(visit("--kept=" + kept).out()).contains("ok       kept checkpoint: ");
        var unsigned = Files.writeString(folder.resolve("unsigned"), "test.example/ledger\n1\nAAAA\n");
        assertThat(visit("--kept=" + unsigned).err()).contains("holds no checkpoint that is signed with a key given");
    }

    @Test
    @Order(2)
    void machinesGetTheSame() throws IOException {
        var json = JsonMapper.shared().readTree(visit("--json").out());

        assertThat(json.path("wrong").asInt(-1)).isZero();
        assertThat(json.path("findings").size()).isEqualTo(json.path("ok").asInt());
    }

    @Test
    @Order(3)
    void aTokenThatIsNoneIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("bad"), "planted-nonsense");
        var visit = doctor(
                "--command=" + ledger.commands(""),
                "--query=" + ledger.queries(""),
                "--query-management=" + ledger.queryManagement(),
                "--command-management=" + ledger.commandManagement(),
                "--token-file=" + file);

        assertThat(visit.out())
                .contains("WRONG    operator's token: is refused: it is no JSON Web Token")
                .doesNotContain("planted-nonsense");
        assertThat(visit.exit()).isOne();
    }

    @Test
    @Order(4)
    void aBrokenLedgerIsNamed() throws IOException {
        JdbcClient.create(ledger.database().dataSource())
                .sql("UPDATE ledger.tree SET subtrees = ARRAY[sha256('x')]")
                .update();
        register("second");
        await().untilAsserted(() -> assertThat(ledger.metricsOfQuery()).containsPattern("ledger_broken(\\{.*})? 1"));

        var visit = visit();

        assertThat(visit.out()).contains("WRONG    ledger: IS BROKEN");
        assertThat(visit.exit()).isOne();
    }

    @Test
    @Order(5)
    void aProjectionThatDoesNotAdvanceIsNamed() throws IOException {
        var owner = JdbcClient.create(ledger.database().dataSource());
        owner.sql("""
                CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN NEW.payload := ''{"planted-person": 1}''; RETURN NEW; END'
                """).update();
        owner.sql("CREATE TRIGGER spoil BEFORE INSERT ON ledger.event FOR EACH ROW EXECUTE FUNCTION spoil()")
                .update();
        register("third");
        await().untilAsserted(() -> assertThat(visit().out())
                .contains("WRONG    projection consents: does not advance: ")
                .contains("WRONG    consent-query readiness: is down: projections")
                .doesNotContain("planted-person"));
    }

    @Test
    @Order(6)
    void aDatabaseThatIsAwayIsNamed() throws IOException {
        var name = ledger.database().url().replaceFirst(".*/", "");
        var server = (PGSimpleDataSource) ledger.database().administrator();
        server.setUrl(ledger.database().url().replaceFirst("[^/]*$", "postgres"));
        var administrator = JdbcClient.create(server);
        administrator.sql("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false").update();
        try {
            administrator
                    .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?")
                    .param(name)
                    .query()
                    .listOfRows();

            var visit = visit();

            assertThat(visit.out())
                    .contains("WRONG    consent-command readiness: is down: db")
                    .contains("see whether PostgreSQL runs and is reached from the service");
            assertThat(visit.exit()).isOne();
        } finally {
            administrator
                    .sql("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true")
                    .update();
        }
    }

    @Test
    void whatIsNotThereIsNotExamined() {
        var visit = doctor("--command=http://localhost:1", "--query=http://localhost:1");

        assertThat(visit.exit()).isEqualTo(2);
        assertThat(visit.err())
                .startsWith(
                        "doctor: nothing answers at http://localhost:1 and http://localhost:1 (the connection was refused): ");
        assertThat(doctor("--query=ledger.example.com").exit()).isEqualTo(2);
        assertThat(doctor("--nothing").err()).startsWith("doctor: Unknown option: '--nothing'");
    }
}
