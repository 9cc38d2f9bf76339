package org.consentledger.query.projection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a node does at an event that only a newer release can read, and on tables of a newer release. */
class NewerReleaseTest {

    private static final long NEWER = 2;

    @Test
    void anEventOfAnUnknownFormIsWaitedForAndNeverSkipped() {
        var database = LedgerDatabase.fresh();
        var owner = JdbcClient.create(database.dataSource());
        try (var service = QueryService.on(database)) {
            service.recorder().record(Facts.notice("2016-10", "2016-10-01", false));
            owner.sql("""
                            CREATE FUNCTION newer() RETURNS trigger LANGUAGE plpgsql AS
                            'BEGIN IF NEW.position = 2 THEN NEW.revision := ''9''; END IF; RETURN NEW; END'
                            """).update();
            owner.sql("CREATE TRIGGER newer BEFORE INSERT ON ledger.event FOR EACH ROW EXECUTE FUNCTION newer()")
                    .update();
            service.recorder()
                    .record(
                            Facts.given("planted-newer", "before", "2016-11-02"),
                            Facts.given("planted-newer", "newer", "2016-11-02"),
                            Facts.given("planted-newer", "behind", "2016-11-02"));

            await().atMost(20, SECONDS).untilAsserted(() -> {
                var consents = service.manage("/actuator/projections/consents").json();
                assertThat(consents.get("failure").asString()).isEqualTo("UnknownEventFormException");
                assertThat(consents.get("failurePosition").asLong()).isEqualTo(NEWER);
                assertThat(consents.get("position").asLong()).isEqualTo(NEWER - 1);
                assertThat(service.manage("/actuator/health/readiness").status())
                        .isEqualTo(503);
            });
            var stale = service.ask("/v1/subjects/planted-newer/consents");
            assertThat(stale.json().get("position").asLong()).isEqualTo(NEWER - 1);
            assertThat(stale.body()).contains("\"before\"").doesNotContain("\"behind\"");
            assertThat(service.ask("/v1/subjects/planted-newer/consents?minPosition=" + NEWER)
                            .json()
                            .get("code")
                            .asString())
                    .isEqualTo("POSITION_NOT_REACHED");
            var history = service.ask("/v1/subjects/planted-newer/history");
            assertThat(history.status()).isEqualTo(503);
            assertThat(history.header("Retry-After")).isEqualTo("5");
            assertThat(history.body()).contains("newer release").doesNotContain("planted");
        }
    }

    /** A node that is restarted in the middle of an upgrade. */
    @Test
    void startsOnTablesOfANewerRelease() {
        var database = LedgerDatabase.fresh();
        var owner = JdbcClient.create(database.dataSource());
        try (var service = QueryService.on(database)) {
            service.recorder().record(Facts.given("planted-upgraded", "p", "2016-11-02"));
        }
        for (var schema : new String[] {"ledger", "projection"}) {
            owner.sql("""
                            INSERT INTO %1$s.flyway_schema_history (installed_rank, version, description, type, script,
                                                                    checksum, installed_by, execution_time, success)
                            SELECT max(installed_rank) + 1, '9999', 'newer', 'SQL', 'V9999__newer.sql', 1, 'newer', 1, true
                              FROM %1$s.flyway_schema_history
                            """.formatted(schema)).update();
        }
        try (var service = QueryService.on(database)) {
            assertThat(service.get("/v1/subjects/planted-upgraded/consents").body())
                    .contains("\"GIVEN\"");
        }
    }
}
