package org.consentledger.query.projection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.regex.Pattern;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final Pattern LAG = Pattern.compile("projection_lag_seconds\\{projection=\"consents\"} ([0-9.E-]+)");

    @Test
    void catchesUpSoonHoweverLongTheTroubleWas() {
        try (var service = QueryService.on(LedgerDatabase.fresh())) {
            service.recorder().record(Facts.given("planted-patient", "before", "2016-11-02"));
            assertThat(service.get("/v1/subjects/planted-patient/consents").body())
                    .contains("\"before\"");
            service.jdbc()
                    .sql("ALTER TABLE projection.token_entry RENAME TO out_of_reach")
                    .update();
            service.recorder().record(Facts.given("planted-patient", "after", "2016-11-02"));

            // by then Axon would wait eight seconds or more for its next attempt; all the while numbers are given out
            await().atMost(40, SECONDS).until(() -> lagSeconds(service) > 12);
            assertThat(service.manage("/actuator/health/readiness").status()).isEqualTo(503);
            service.jdbc()
                    .sql("ALTER TABLE projection.out_of_reach RENAME TO token_entry")
                    .update();

            await().atMost(4, SECONDS)
                    .until(() -> service.ask("/v1/subjects/planted-patient/consents")
                            .body()
                            .contains("\"after\""));
            await().atMost(4, SECONDS)
                    .until(() -> service.manage("/actuator/health/readiness").status() == 200);
            await().until(() -> lagSeconds(service) == 0);
        }
    }

    private static double lagSeconds(QueryService service) {
        var found = LAG.matcher(service.manage("/actuator/prometheus").body());
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
