package org.consentledger.query.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that anybody can ask leads from a reference to what was recorded of somebody erased, or back. */
class ErasureTest {

    private static final String PURPOSE = "business-notices";

    private static QueryService service;
    private static Recorder ledger;

    @BeforeAll
    static void someWhoAreErasedAndSomeWhoAreNot() {
        service = QueryService.shared();
        ledger = service.recorder();

        for (var subject : List.of("planted-remembered", "planted-forgotten")) {
            ledger.record(
                    Facts.given(subject, PURPOSE, "2016-11-02"),
                    Facts.objected(subject, "interest-ads", "2016-11-03"),
                    Facts.permitted(subject, "mailing-house", "2016-11-04"));
        }
        ledger.record(Facts.erased("planted-forgotten", "2016-12-01"));
    }

    @Test
    void byTheirReferenceNothingIsToldButThatTheyWereErased() {
        for (var question : Set.of("", "?asOf=2016-11-20T00:00:00Z", "?knownAt=" + (ledger.position() - 1))) {
            var consents = service.get("/v1/subjects/planted-forgotten/consents" + question)
                    .json();
            assertThat(consents.get("subjectId").isNull()).isTrue();
            assertThat(consents.get("erasedAt").asString()).isEqualTo("2016-12-01T00:00:00Z");
            assertThat(consents.get("objections")).isEmpty();
            assertThat(consents.get("consents")
                            .valueStream()
                            .map(c -> c.get("state").asString()))
                    .isNotEmpty()
                    .containsOnly("NOT_GIVEN");
        }
        var history = service.get("/v1/subjects/planted-forgotten/history").json();
        assertThat(history.get("events")).isEmpty();
        assertThat(history.get("erasedAt").asString()).isEqualTo("2016-12-01T00:00:00Z");
        assertThat(service.get("/v1/subjects/planted-forgotten/transfers")
                        .json()
                        .get("transfers"))
                .isEmpty();
        assertThat(service.get("/v1/events?subject=planted-forgotten").json().get("events"))
                .isEmpty();
        assertThat(service.get("/v1/recipients/mailing-house/transfers?subject=planted-forgotten")
                        .json()
                        .get("transfers"))
                .isEmpty();
    }

    @Test
    void byTheirPseudonymEverythingIsThereButWhatIsPersonal() {
        var id = Facts.id("planted-forgotten");
        var events = service.get("/v1/events?subjectId=" + id);
        assertThat(events.json()
                        .get("events")
                        .valueStream()
                        .map(e -> e.get("type").asString().replace("org.consentledger.", "")))
                .containsExactly("ConsentGiven", "ProcessingObjected", "TransferPermitted", "SubjectErased");
        assertThat(events.body()).contains(PURPOSE, "WEB_FORM").doesNotContain("planted-forgotten", "web-shop", "abab");

        var transfer = service.get("/v1/recipients/mailing-house/transfers?subjectId=" + id)
                .json()
                .at("/transfers/0");
        assertThat(transfer.get("verdict").asString()).isEqualTo("PERMITTED");
        assertThat(transfer.get("subject").isNull()).isTrue();
        assertThat(transfer.get("reference").isNull()).isTrue();
    }

    @Test
    void whoIsNotErasedIsToldOfWithAllThatIsPersonal() {
        assertThat(service.get("/v1/subjects/planted-remembered/history").body())
                .contains("\"subject\":\"planted-remembered\"", "web-shop", "job of planted-remembered");
        assertThat(service.get("/v1/recipients/mailing-house/transfers?subject=planted-remembered")
                        .body())
                .contains("\"subject\":\"planted-remembered\"", "job of planted-remembered");
        assertThat(service.ask("/v1/events?subject=planted-remembered", "Accept", "application/x-ndjson")
                        .body())
                .contains("\"subject\":\"planted-remembered\"", "web-shop", "job of planted-remembered");
    }

    @Test
    void aReceiptOfTheirsHoldsNothingPersonal() {
        var given = service.get("/v1/events?subjectId=" + Facts.id("planted-forgotten"))
                .json()
                .at("/events/0/id");
        var receipt = service.ask("/v1/receipts/" + given.asString());
        var page = service.ask("/v1/receipts/" + given.asString(), "Accept", "text/html");

        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.body()).contains("ConsentGiven").doesNotContain("planted-forgotten", "web-shop", "abab");
        assertThat(page.body()).contains("erased").doesNotContain("planted-forgotten", "web-shop");
    }

    @Test
    void aTransferWouldBeRefused() {
        var decision = service.get(
                        "/v1/decisions?subject=planted-forgotten&recipient=mailing-house&purpose=warranty&category=contact")
                .json();

        assertThat(decision.get("verdict").asString()).isEqualTo("REFUSED");
        assertThat(decision.at("/reasons/0").asString()).isEqualTo("SUBJECT_ERASED");
    }

    @Test
    void noProjectionHoldsAnythingPersonal() {
        var found = new TreeSet<String>();
        for (var table : service.jdbc()
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'projection'")
                .query(String.class)
                .list()) {
            service.jdbc()
                    .sql("SELECT t::text FROM projection." + table + " AS t WHERE t::text ~ 'remembered|web-shop'")
                    .query(String.class)
                    .list()
                    .forEach(found::add);
        }
        assertThat(found).isEmpty();
    }
}
