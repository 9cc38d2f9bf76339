package org.consentledger.query.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.consentledger.recipient.RecipientRetired;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.recipient.SafeguardRecorded;
import org.consentledger.recipient.SafeguardWithdrawn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static QueryService service;
    private static Recorder ledger;

    @BeforeAll
    static void start() {
        service = QueryService.on(LedgerDatabase.fresh());
        ledger = service.recorder();
        ledger.record(Facts.notice("2016-10", "2016-10-01", false));
        ledger.record(Facts.notice("2018-05", "2018-05-25", true));
        ledger.record(Facts.notice("2099-01", "2099-01-01", true));
        for (var code : List.of("us-hosting", "a-house", "c-house", "b-house")) {
            ledger.record(Facts.recipient(code));
        }
        ledger.record(new SafeguardRecorded(
                "us-hosting",
                new Safeguard(SafeguardKind.STANDARD_CLAUSES, null, "contract-7", Facts.at("2016-01-01"), null, null)));
        ledger.record(new SafeguardWithdrawn(
                "us-hosting", SafeguardKind.STANDARD_CLAUSES, "contract-7", Facts.at("2017-01-01")));
        ledger.record(new RecipientRetired("us-hosting", Facts.at("2017-02-01")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void showsARecipientAsItsEventsAddUp() {
        assertThat(service.get("/v1/recipients/us-hosting").body())
                .isEqualTo("{\"recipient\":\"us-hosting\",\"name\":\"Firm us-hosting\",\"class\":\"SUB_SUPPLIER\","
                        + "\"country\":\"IT\",\"safeguards\":[{\"kind\":\"STANDARD_CLAUSES\",\"framework\":null,"
                        + "\"reference\":\"contract-7\",\"validFrom\":\"2016-01-01T00:00:00Z\",\"validUntil\":null,"
                        + "\"withdrawnAt\":\"2017-01-01T00:00:00Z\"}],\"retiredAt\":\"2017-02-01T00:00:00Z\"}");
    }

    @Test
    void listsRecipientsByCode() {
        assertThat(all("/v1/recipients", "recipients", "recipient"))
                .containsExactly("a-house", "b-house", "c-house", "us-hosting");
    }

    @Test
    void listsEveryVersionOfEveryNotice() {
        assertThat(all("/v1/notices", "notices", "version")).containsExactly("2016-10", "2018-05", "2099-01");
        assertThat(all("/v1/notices", "notices", "inForce")).containsExactly("false", "true", "false");
    }

    @Test
    void showsANoticeAsItWasPublished() {
        var notice = service.get("/v1/notices/reference/2016-10").json();

        assertThat(notice.get("effectiveFrom").asString()).isEqualTo("2016-10-01T00:00:00Z");
        assertThat(notice.get("inForce").asBoolean()).isFalse();
        assertThat(notice.get("purposes").get(0).toString())
                .isEqualTo("{\"purpose\":\"business-notices\",\"basis\":\"CONSENT\",\"form\":\"EXPLICIT\","
                        + "\"dataCategories\":[\"contact\",\"orders\"],\"recipientClasses\":[\"SUB_SUPPLIER\"],"
                        + "\"crossBorderConsent\":null,\"validFor\":null}");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(missing("/v1/recipients/nobody")).isEqualTo("RECIPIENT_UNKNOWN");
        assertThat(missing("/v1/notices/unheard-of/1")).isEqualTo("NOTICE_UNKNOWN");
        assertThat(missing("/v1/notices/reference/1")).isEqualTo("NOTICE_VERSION_UNKNOWN");
        assertThat(missing("/v1/nothing")).isEqualTo("NOT_FOUND");
    }

    private static String missing(String path) {
        var answer = service.ask(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        return answer.json().get("code").asString();
    }

    private static List<String> all(String path, String list, String field) {
        var found = new ArrayList<String>();
        var query = "?limit=1";
        while (!query.isEmpty()) {
            var answer = service.ask(path + query);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            answer.json().get(list).forEach(item -> found.add(item.get(field).asString()));
            query = answer.next();
        }
        return found;
    }
}
