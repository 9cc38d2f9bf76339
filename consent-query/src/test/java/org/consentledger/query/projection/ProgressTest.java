package org.consentledger.query.projection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final String CONSENTS = "/v1/subjects/planted-waiting/consents";

    @Test
    void letsCallersReadTheirOwnWrites() {
        var service = QueryService.shared();
        for (var n = 0; n < 50; n++) {
            service.recorder().record(Facts.given("planted-waiting", "p" + n, "2016-11-02"));
            var path = "?minPosition=" + service.recorder().position();
            var answer = service.ask(CONSENTS + path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("\"p" + n + "\"");
        }
    }

    @Test
    void answersWithinTwoSecondsThatItCannotYetSay() {
        var service = QueryService.shared();
        var asked = Stream.of(
                        CONSENTS + "?",
                        "/v1/subjects/planted-waiting/transfers?",
                        "/v1/subjects/planted-waiting/history?",
                        "/v1/recipients?",
                        "/v1/notices?",
                        "/v1/events?",
                        "/v1/decisions?subject=planted-s&recipient=r&purpose=p&category=c&")
                .map(path -> CompletableFuture.runAsync(() -> cannotYetSay(service, path), Thread::startVirtualThread))
                .toList();

        asked.forEach(CompletableFuture::join);
    }

    private static void cannotYetSay(QueryService service, String path) {
        var begin = System.nanoTime();
        var answer = service.ask(path + "minPosition=" + (service.recorder().position() + 1));

        assertThat(answer.status()).as(path).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.json().get("code").asString()).isEqualTo("POSITION_NOT_REACHED");
        assertThat(System.nanoTime() - begin).isBetween(SECONDS.toNanos(2) - 10_000_000, SECONDS.toNanos(4));
    }

    @Test
    void waitsForWhatIsYetToCome() {
        var service = QueryService.shared();
        var path = CONSENTS + "?minPosition=" + (service.recorder().position() + 1);
        var answer = CompletableFuture.supplyAsync(() -> service.ask(path));
        service.recorder().record(Facts.given("planted-waiting", "yet-to-come", "2016-11-02"));

        assertThat(answer.join().status()).isEqualTo(200);
        assertThat(answer.join().body()).contains("yet-to-come");
    }

    @Test
    void goesOnWhereItWasAfterARestart() {
        var database = LedgerDatabase.fresh();
        try (var service = QueryService.on(database)) {
            service.recorder().record(Facts.notice("2016-10", "2016-10-01", false));
            service.recorder().record(Facts.given("planted-restarted", "before", "2016-11-02"));
            assertThat(service.get("/v1/subjects/planted-restarted/consents").body())
                    .contains("\"before\"");
            // if it began anew, it would stumble over this
            service.jdbc()
                    .sql("UPDATE projection.consent_fact SET purpose = 'seen'")
                    .update();
        }
        try (var service = QueryService.on(database)) {
            var between = new Recorder(database);
            between.record(Facts.given("planted-restarted-too", "after", "2016-11-02"));
            assertThat(service.get("/v1/subjects/planted-restarted-too/consents")
                            .body())
                    .contains("\"after\"");
            assertThat(service.get("/v1/subjects/planted-restarted/consents").body())
                    .contains("\"seen\"");
        }
    }

    @Test
    void isSharedBetweenNodes() {
        var database = LedgerDatabase.fresh();
        try (var one = QueryService.on(database);
                var other = QueryService.on(database)) {
            one.recorder().record(Facts.given("planted-shared", "by-all", "2016-11-02"));
            var path = "/v1/subjects/planted-shared/consents?minPosition="
                    + one.recorder().position();
            assertThat(one.ask(path).body()).contains("by-all");
            assertThat(other.ask(path).body()).contains("by-all");
        }
    }

    @Test
    void stopsAtWhatItCannotProjectAndGoesOnLater() {
        try (var service = QueryService.on(LedgerDatabase.fresh())) {
            service.recorder().record(Facts.given("planted-stuck", "good", "2016-11-02"));
            assertThat(service.get("/v1/subjects/planted-stuck/consents").body())
                    .contains("\"good\"");
            service.jdbc()
                    .sql("ALTER TABLE projection.consent_fact ADD CONSTRAINT poison CHECK (purpose <> 'poison')")
                    .update();
            service.recorder()
                    .record(
                            Facts.given("planted-stuck", "ahead", "2016-11-02"),
                            Facts.given("planted-stuck", "poison", "2016-11-02"));
            var poison = service.recorder().position();
            service.recorder().record(Facts.given("planted-stuck", "behind", "2016-11-02"));

            await().atMost(20, SECONDS).untilAsserted(() -> {
                assertThat(service.manage("/actuator/health/readiness").status())
                        .isEqualTo(503);
                var consents = service.manage("/actuator/projections/consents").json();
                assertThat(consents.get("state").asString()).isEqualTo("FAILING");
                assertThat(consents.get("failure").asString()).isEqualTo("DataIntegrityViolationException");
                assertThat(consents.get("position").asLong()).isLessThan(poison);
                assertThat(consents.get("lagEvents").asLong()).isGreaterThanOrEqualTo(2);
            });
            assertThat(service.manage("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(service.ask("/v1/subjects/planted-stuck/consents").body())
                    .contains("\"good\"")
                    .doesNotContain("poison", "behind");
            // the other projection is none the worse for it
            assertThat(service.manage("/actuator/projections/transfers")
                            .json()
                            .get("position")
                            .asLong())
                    .isEqualTo(service.recorder().position());
            await().untilAsserted(() -> assertThat(
                            service.manage("/actuator/prometheus").body())
                    .doesNotContain("projection_lag_events{projection=\"consents\"} 0.0")
                    .doesNotContain("projection_lag_seconds{projection=\"consents\"} 0.0"));

            service.jdbc()
                    .sql("ALTER TABLE projection.consent_fact DROP CONSTRAINT poison")
                    .update();

            await().atMost(60, SECONDS)
                    .until(() -> service.manage("/actuator/health/readiness").status() == 200);
            assertThat(service.get("/v1/subjects/planted-stuck/consents").body())
                    .contains("good", "ahead", "poison", "behind");
            await().untilAsserted(() -> assertThat(
                            service.manage("/actuator/prometheus").body())
                    .contains(
                            "projection_lag_events{projection=\"consents\"} 0.0",
                            "projection_lag_seconds{projection=\"consents\"} 0.0",
                            "projection_position{projection=\"consents\"} 3.0",
                            "ledger_position 3.0")
                    .doesNotContain("planted-stuck"));
        }
    }
}
