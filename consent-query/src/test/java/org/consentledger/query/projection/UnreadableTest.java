package org.consentledger.query.projection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.EventSource;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An event that cannot be read, as nobody but the database's owner could bring about. */
@ExtendWith(OutputCaptureExtension.class)
class UnreadableTest {

    private static final String SECRET = "planted-person";
    private static final Pattern LAG = Pattern.compile("projection_lag_seconds\\{projection=\"consents\"} ([0-9.E-]+)");

    /** Position of the event that cannot be read. */
    private static final long BAD = 2;

    private QueryService service;
    private JdbcClient owner;

    @BeforeEach
    void start() {
        var database = LedgerDatabase.fresh();
        service = QueryService.on(database);
        owner = JdbcClient.create(database.dataSource());
        service.recorder().record(Facts.notice("2016-10", "2016-10-01", false));
        owner.sql("ALTER TABLE ledger.event DISABLE TRIGGER event_is_append_only")
                .update();
        // read while it is good, it would be projected
        owner.sql("""
                        CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS
                        'BEGIN
                           IF NEW.position = 2 THEN
                             NEW.payload := replace(NEW.payload, ''"evidence"'', ''"planted-person"'');
                           END IF;
                           RETURN NEW;
                         END'
                        """).update();
        owner.sql("CREATE TRIGGER spoil BEFORE INSERT ON ledger.event FOR EACH ROW EXECUTE FUNCTION spoil()")
                .update();
        service.recorder()
                .record(
                        Facts.given("planted-reader", "good", "2016-11-02"),
                        Facts.given(SECRET, "bad", "2016-11-02"),
                        Facts.given("planted-reader", "behind", "2016-11-02"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void isNamedAndHoldsUpNothingBeforeIt() throws IOException {
        await().atMost(20, SECONDS).untilAsserted(() -> {
            var consents = service.manage("/actuator/projections/consents").json();
            assertThat(consents.get("state").asString()).isEqualTo("FAILING");
            assertThat(consents.get("failure").asString()).isEqualTo("UnreadableEventException");
            assertThat(consents.get("failurePosition").asLong()).isEqualTo(BAD);
            assertThat(consents.get("position").asLong()).isEqualTo(BAD - 1);
            assertThat(service.manage("/actuator/health/readiness").status()).isEqualTo(503);
        });
        assertThat(service.ask("/v1/subjects/planted-reader/consents").body())
                .contains("\"good\"")
                .doesNotContain("\"behind\"");
        try (var stream = new EventSource(service.open("/v1/events", "Accept", "text/event-stream"))) {
            await().until(stream::ended);
            assertThat(stream.ids()).isEqualTo(List.of(0L, 1L));
        }
    }

    @Test
    void isNotQuotedInTheLog(CapturedOutput output) throws IOException {
        await().atMost(20, SECONDS)
                .until(() -> service.manage("/actuator/projections/consents")
                        .json()
                        .get("state")
                        .asString()
                        .equals("FAILING"));
        service.manage("POST", "/actuator/projections/consents");
        for (var accept : List.of("application/json", "application/x-ndjson")) {
            try (var body = service.open("/v1/events", "Accept", accept).body()) {
                body.readAllBytes();
            } catch (IOException e) {
                // broken off, as it should be
            }
        }
        assertThat(service.ask("/v1/subjects/" + SECRET + "/history").status()).isEqualTo(500);
        try (var stream = new EventSource(service.open("/v1/events", "Accept", "text/event-stream"))) {
            await().until(stream::ended);
        }
        stop();

        assertThat(output.getAll())
                .contains("the event at position " + BAD, "stored type ConsentGiven")
                .doesNotContain(SECRET);
    }

    @Test
    void isTakenUpSoonAfterItIsHealed() {
        await().atMost(20, SECONDS).until(() -> lagSeconds() > 2);
        owner.sql("UPDATE ledger.event SET payload = replace(payload, '\"planted-person\"', '\"evidence\"')"
                        + " WHERE position = 2")
                .update();

        await().atMost(5, SECONDS)
                .until(() -> service.ask("/v1/subjects/planted-reader/consents")
                        .body()
                        .contains("\"behind\""));
        await().atMost(5, SECONDS)
                .until(() -> service.manage("/actuator/health/readiness").status() == 200);
        await().until(() -> lagSeconds() == 0);
    }

    private double lagSeconds() {
        var found = LAG.matcher(service.manage("/actuator/prometheus").body());
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
