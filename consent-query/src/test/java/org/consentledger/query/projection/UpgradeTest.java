package org.consentledger.query.projection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database from when both services had the login that owns everything. */
class UpgradeTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.dataSource());

    private void migrate(String schema, String location, String target) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas(schema)
                .locations("classpath:org/consentledger/" + location)
                .target(target)
                .load()
                .migrate();
    }

    @Test
    void theProjectionsBecomeTheReadersAndKeepTheirRows() {
        migrate("ledger", "ledger/migration", "2");
        migrate("projection", "query/before_roles", "1");
        owner.sql("INSERT INTO projection.erasure_fact VALUES (7, 'from before', 's-1', now(), now())")
                .update();
        // left over from a rebuild that was killed
        owner.sql("CREATE TABLE projection_rebuild.transfer (LIKE projection.transfer)")
                .update();

        try (var service = QueryService.on(database)) {
            assertThat(service.jdbc()
                            .sql("SELECT event_id FROM projection.erasure_fact")
                            .query(String.class)
                            .list())
                    .containsExactly("from before");
            assertThat(notTheReaders()).isZero();

            service.recorder().record(Facts.given("planted-upgraded", "p", "2016-11-02"));
            for (var projection : new String[] {"consents", "transfers"}) {
                rebuild(service, projection);
            }
            assertThat(service.get("/v1/subjects/planted-upgraded/consents").body())
                    .contains("\"GIVEN\"");
        }
    }

    private long notTheReaders() {
        return owner.sql("""
                        SELECT count(*) FROM pg_class
                         WHERE relnamespace IN ('projection'::regnamespace, 'projection_rebuild'::regnamespace)
                           AND relowner <> 'ledger_reader'::regrole
                        """).query(Long.class).single();
    }

    private static void rebuild(QueryService service, String projection) {
        var path = "/actuator/projections/" + projection;
        assertThat(service.manage("POST", path).status()).isEqualTo(202);
        await().atMost(60, SECONDS)
                .until(() -> service.manage(path)
                        .json()
                        .at("/rebuild/state")
                        .asString()
                        .equals("DONE"));
    }
}
