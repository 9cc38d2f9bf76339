package org.consentledger.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.EventSource;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot be written down is not shown. */
class UnwrittenAccessTest {

    @Test
    void nothingIsShownUnlessItIsWrittenDown() throws IOException {
        var database = LedgerDatabase.fresh();
        var owner = JdbcClient.create(database.dataSource());
        try (var service = QueryService.on(database)) {
            service.recorder().record(Facts.notice("2016-10", "2016-10-01", false));
            var event = service.recorder().record(Facts.given("planted-unseen", "business-notices", "2016-11-02"));
            service.recorder().record(Facts.permitted("planted-unseen", "house", "2016-11-03"));
            for (var path : List.of("/v1/subjects/planted-unseen/consents", "/v1/subjects/planted-unseen/transfers")) {
                assertThat(service.get(path).status()).isEqualTo(200);
            }
            assertThat(service.ask("/v1/receipts/" + event).status()).isEqualTo(200);

            owner.sql("REVOKE INSERT ON access.entry FROM ledger_reader").update();

            for (var path : List.of(
                    "/v1/subjects/planted-unseen/consents",
                    "/v1/subjects/planted-unseen/history",
                    "/v1/subjects/planted-unseen/transfers",
                    "/v1/subjects/planted-unseen/accesses",
                    "/v1/recipients/house/transfers",
                    "/v1/decisions?subject=planted-unseen&recipient=house&purpose=warranty&category=contact",
                    "/v1/receipts/" + event,
                    "/v1/events")) {
                isUnavailable(service, path, "application/json");
            }
            isUnavailable(service, "/v1/receipts/" + event, "text/html");
            isUnavailable(service, "/v1/events", "application/x-ndjson");
            try (var stream = new EventSource(service.open("/v1/events", "Accept", "text/event-stream"))) {
                await().until(stream::ended);
                assertThat(stream.data()).isEmpty();
            }
            assertThat(service.ask("/v1/notices").status()).isEqualTo(200);
            assertThat(service.ask("/v1/subjects/nobody/consents").status()).isEqualTo(200);

            owner.sql("GRANT INSERT ON access.entry TO ledger_reader").update();
            assertThat(service.ask("/v1/subjects/planted-unseen/consents").status())
                    .isEqualTo(200);
        }
    }

    private static void isUnavailable(QueryService service, String path, String accept) {
        var answer = service.ask(path, "Accept", accept + ", application/problem+json");

        assertThat(answer.status()).as(path + accept).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.body())
                .contains("\"code\":\"UNAVAILABLE\"")
                .doesNotContain("planted-unseen", "business-notices");
    }
}
