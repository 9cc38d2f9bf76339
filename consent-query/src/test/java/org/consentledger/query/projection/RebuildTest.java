package org.consentledger.query.projection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class RebuildTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private QueryService service;
    private Recorder ledger;

    @BeforeEach
    void start() {
        service = QueryService.on(database);
        ledger = service.recorder();
        ledger.record(Facts.notice("2016-10", "2016-10-01", false));
        for (var command = 0; command < 30; command++) {
            record(command, 100);
        }
        ledger.record(Facts.erased("person-7", "2016-12-01"));
        settle();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void record(int command, int events) {
        ledger.record(IntStream.range(0, events).mapToObj(n -> fact(command, n)).toArray(LedgerEvent[]::new));
    }

    private static LedgerEvent fact(int command, int n) {
        var person = "person-" + n % 17;
        return switch (n % 5) {
            case 0 -> Facts.given(person, "p" + command, "2016-11-02");
            case 1 -> Facts.revoked(person, "p" + command, "2016-11-03");
            case 2 -> Facts.objected(person, "p" + command, "2016-11-04");
            case 3 -> Facts.permitted(person, "house-" + n % 3, "2016-11-05");
            default -> Facts.transferRefused(person, "house-" + n % 3, "2016-11-06");
        };
    }

    /** Each projection is at its own place; a query waits for the one that it reads. */
    private void settle() {
        assertThat(service.get("/v1/subjects/x/consents").status()).isEqualTo(200);
        assertThat(service.get("/v1/subjects/x/transfers").status()).isEqualTo(200);
    }

    @Test
    void givesTheSameTablesAgain() {
        var rows = Tables.digests(service.jdbc());
        var structure = Tables.structure(service.jdbc());

        assertThat(rebuild("consents").get("state").asString()).isEqualTo("DONE");
        assertThat(rebuild("transfers").get("state").asString()).isEqualTo("DONE");

        assertThat(Tables.digests(service.jdbc())).isEqualTo(rows);
        assertThat(Tables.structure(service.jdbc())).isEqualTo(structure);
        // and again, from the tables that took the place of the first ones
        assertThat(rebuild("consents").get("percent").asInt()).isEqualTo(100);
        assertThat(Tables.digests(service.jdbc())).isEqualTo(rows);
        record(99, 10);
        settle();
        assertThat(Tables.digests(service.jdbc())).isNotEqualTo(rows);
    }

    @Test
    void healsWhatWasTamperedWith() {
        var rows = Tables.digests(service.jdbc());
        service.jdbc()
                .sql("UPDATE projection.consent_fact SET purpose = 'wrong' WHERE position % 7 = 0")
                .update();
        service.jdbc()
                .sql("DELETE FROM projection.objection_fact WHERE position % 3 = 0")
                .update();
        assertThat(Tables.digests(service.jdbc())).isNotEqualTo(rows);

        rebuild("consents");

        assertThat(Tables.digests(service.jdbc())).isEqualTo(rows);
    }

    @Test
    void goesUnnoticedByQueriesAndCommands() {
        ledger.record(Facts.given("planted-witness", "kept", "2016-11-02"));
        settle();
        var done = new AtomicBoolean();
        var asked = new AtomicInteger();
        var asking = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                var answer = service.ask("/v1/subjects/planted-witness/consents?asOf=2017-01-01T00:00:00Z");
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.json().get("consents").get(0).get("state").asString())
                        .as(answer.body())
                        .isEqualTo("GIVEN");
                var mine = service.get("/v1/subjects/person-1/transfers?limit=500");
                assertThat(mine.status()).as(mine.body()).isEqualTo(200);
                assertThat(mine.json().get("transfers")).hasSizeGreaterThan(50);
                asked.incrementAndGet();
            }
        });
        var recording = CompletableFuture.runAsync(() -> {
            for (var command = 100; !done.get(); command++) {
                record(command, 10);
            }
        });
        for (var round = 0; round < 3; round++) {
            rebuild("consents");
            rebuild("transfers");
        }
        done.set(true);
        asking.join();
        recording.join();
        settle();
        assertThat(asked).hasPositiveValue();

        var rows = Tables.digests(service.jdbc());
        rebuild("consents");
        rebuild("transfers");
        assertThat(Tables.digests(service.jdbc())).isEqualTo(rows);
    }

    @Test
    void waitsForALongQueryWithoutHoldingUpOthers() throws SQLException {
        var rows = Tables.digests(service.jdbc());
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery("SELECT count(*) FROM projection.consent_fact");
            start("consents");
            await().until(() -> waitingForLocks() > 0);
            assertThat(service.ask("/v1/subjects/person-1/consents").status()).isEqualTo(200);
            assertThat(progress("consents").get("state").asString()).isEqualTo("RUNNING");
            connection.rollback();
        }

        assertThat(finished("consents").get("state").asString()).isEqualTo("DONE");
        assertThat(Tables.digests(service.jdbc())).isEqualTo(rows);
    }

    private long waitingForLocks() {
        return service.jdbc()
                .sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                .query(Long.class)
                .single();
    }

    @Test
    void survivesAFailure() {
        var rows = Tables.digests(service.jdbc());
        service.jdbc()
                .sql("CREATE VIEW projection_rebuild.erasure_fact AS SELECT 1 AS in_the_way")
                .update();

        var failed = rebuild("consents");

        assertThat(failed.get("state").asString()).isEqualTo("FAILED");
        assertThat(failed.get("failure").asString()).isEqualTo("BadSqlGrammarException");
        assertThat(Tables.digests(service.jdbc())).isEqualTo(rows);
        assertThat(service.jdbc()
                        .sql(
                                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'projection_rebuild'"
                                        + " AND table_type = 'BASE TABLE'")
                        .query(String.class)
                        .list())
                .isEmpty();

        service.jdbc().sql("DROP VIEW projection_rebuild.erasure_fact").update();
        assertThat(rebuild("consents").get("state").asString()).isEqualTo("DONE");
    }

    @Test
    void runsOnceAtATimeOnAllNodes() {
        var other = QueryService.on(database);
        try (other) {
            var administrator = JdbcClient.create(database.administrator());
            administrator
                    .sql("CREATE FUNCTION slow() RETURNS event_trigger LANGUAGE plpgsql AS"
                            + " 'BEGIN PERFORM pg_sleep(2); END'")
                    .update();
            administrator
                    .sql("CREATE EVENT TRIGGER slow ON ddl_command_end WHEN tag IN ('CREATE TABLE') EXECUTE FUNCTION"
                            + " slow()")
                    .update();
            assertThat(service.manage("POST", "/actuator/projections/transfers").status())
                    .isEqualTo(202);

            assertThat(service.manage("POST", "/actuator/projections/transfers").status())
                    .isEqualTo(409);
            assertThat(other.manage("POST", "/actuator/projections/transfers").status())
                    .isEqualTo(409);
            administrator.sql("DROP EVENT TRIGGER slow").update();
            finished("transfers");
            assertThat(other.manage("POST", "/actuator/projections/transfers").status())
                    .isEqualTo(202);
        }
    }

    @Test
    void knowsItsProjections() {
        assertThat(service.manage("POST", "/actuator/projections/nothing").status())
                .isEqualTo(404);
        assertThat(service.manage("/actuator/projections/nothing").status()).isEqualTo(404);
        var consents = service.manage("/actuator/projections").json().get(0);
        assertThat(consents.get("name").asString()).isEqualTo("consents");
        assertThat(consents.get("state").asString()).isEqualTo("RUNNING");
        assertThat(consents.get("position").asLong()).isEqualTo(ledger.position());
        assertThat(consents.get("head").asLong()).isEqualTo(ledger.position());
        assertThat(consents.get("lagEvents").asLong()).isZero();
    }

    private JsonNode rebuild(String projection) {
        start(projection);
        return finished(projection);
    }

    private void start(String projection) {
        assertThat(service.manage("POST", "/actuator/projections/" + projection).status())
                .isEqualTo(202);
    }

    private JsonNode finished(String projection) {
        await().atMost(60, SECONDS)
                .until(() -> !progress(projection).get("state").asString().equals("RUNNING"));
        return progress(projection);
    }

    private JsonNode progress(String projection) {
        return service.manage("/actuator/projections/" + projection).json().get("rebuild");
    }
}
