package org.consentledger.query.report.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.report.PdfText;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.recipient.SafeguardRecorded;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecipientReportTest {

    private static final String PERIOD = "?from=2016-11-01T00:00:00Z&to=2017-01-01T00:00:00Z&bucket=MONTH";
    private static final String PATH = "/v1/recipients/us-hosting/report" + PERIOD;
    private static QueryService service;

    @BeforeAll
    static void transfers() {
        service = QueryService.on(LedgerDatabase.fresh());
        var recorder = service.recorder();
        recorder.record(Facts.notice("2016-10", "2016-10-01", false));
        recorder.record(new RecipientRegistered("us-hosting", "Hosting, Inc.", RecipientClass.HOSTING_PROVIDER, "US"));
        recorder.record(
                safeguard(SafeguardKind.CERTIFICATION, "EU-US-PRIVACY-SHIELD", "certificate 1", "2016-09-01", null),
                safeguard(SafeguardKind.STANDARD_CLAUSES, null, "contract 5", "2016-12-01", "2018-01-01"),
                safeguard(SafeguardKind.STANDARD_CLAUSES, null, "contract 4", "2010-01-01", "2016-11-01"));
        recorder.record(Facts.permitted("planted-one", "us-hosting", "2016-11-03"));
        recorder.record(Facts.permitted("planted-one", "us-hosting", "2016-11-04"));
        recorder.record(Facts.permitted("planted-two", "us-hosting", "2016-12-03"));
        recorder.record(Facts.transferRefused("planted-two", "us-hosting", "2016-12-04"));
        recorder.record(Facts.permitted("planted-two", "us-hosting", "2017-12-03"));
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static SafeguardRecorded safeguard(
            SafeguardKind kind, String framework, String reference, String from, String until) {
        return new SafeguardRecorded(
                "us-hosting",
                new Safeguard(
                        kind, framework, reference, Facts.at(from), until == null ? null : Facts.at(until), null));
    }

    private static String own(String recipient) {
        return TestIssuer.authorization(Map.of("ledger_recipient", recipient), Scope.CONSENT_READ);
    }

    private static List<String> references(JsonNode report) {
        return report.get("safeguards")
                .valueStream()
                .map(one -> one.get("reference").asString())
                .toList();
    }

    @Test
    void tellsWhatWentThere() {
        var report = service.get(PATH).json();

        assertThat(report.get("name").asString()).isEqualTo("Hosting, Inc.");
        assertThat(report.get("class").asString()).isEqualTo("HOSTING_PROVIDER");
        assertThat(report.get("subjects").asLong()).isEqualTo(2);
        assertThat(report.get("transfers").toString())
                .isEqualTo("{\"permitted\":3,\"reported\":0,\"withFindings\":0,\"refused\":1}");
        assertThat(report.get("purposes")
                        .valueStream()
                        .map(one -> one.get("purpose").asString() + " "
                                + one.at("/transfers/permitted").asLong() + " of "
                                + one.get("subjects").asLong()))
                .containsExactly("business-notices 0 of 0", "warranty 3 of 2");
        assertThat(report.get("categories").toString()).isEqualTo("[{\"category\":\"contact\",\"transfers\":3}]");
        assertThat(report.get("refusals")
                        .valueStream()
                        .map(one -> one.get("reason").asString()))
                .containsExactly("CONSENT_REVOKED", "SAFEGUARD_MISSING");
        assertThat(report.get("timeline")
                        .valueStream()
                        .map(one -> one.at("/transfers/permitted").asLong()))
                .containsExactly(2L, 1L);
        assertThat(report.at("/checkpoint/size").asLong())
                .isGreaterThan(report.get("position").asLong());
        assertThat(report.toString()).doesNotContain("planted").doesNotContainPattern("s-[0-9a-f]{32}");
    }

    @Test
    void tellsWhatSafeguardedItAndWhatTheLawSaysOfThat() {
        var report = service.get(PATH).json();

        assertThat(references(report)).containsExactly("certificate 1", "contract 5");
        assertThat(report.at("/safeguards/0/foundations/0/invalidatedOn").asString())
                .isEqualTo("2020-07-16");
        assertThat(report.at("/safeguards/1/foundations")).isEmpty();
    }

    @Test
    void aRecipientSeesItsOwnReportWithoutRefusals() {
        var answer = service.ask(PATH, "Authorization", own("us-hosting"));
        var report = answer.json();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(report.get("transfers").toString())
                .isEqualTo("{\"permitted\":3,\"reported\":0,\"withFindings\":0,\"refused\":null}");
        assertThat(report.get("refusals").isNull()).isTrue();
        assertThat(report.get("purposes")).hasSize(1);
        assertThat(service.ask(PATH, "Authorization", own("us-hosting"), "Accept", "text/html")
                        .body())
                .contains("Refusals are for the controller and its auditors")
                .doesNotContain("consent revoked");
    }

    @Test
    void othersSeeNothing() {
        assertThat(service.ask(PATH, "Authorization", own("mailing-house")).status())
                .isEqualTo(403);
        assertThat(service.ask(PATH, "Authorization", TestIssuer.authorization(Scope.CONSENT_READ))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTokenOfSomePurposesIsToldOfThoseAlone() {
        var limited =
                TestIssuer.authorization(Map.of("ledger_purposes", List.of("business-notices")), Scope.AUDIT_READ);
        var report = service.ask(PATH, "Authorization", limited).json();

        assertThat(report.get("purposes")
                        .valueStream()
                        .map(one -> one.get("purpose").asString()))
                .containsExactly("business-notices");
        assertThat(report.get("subjects").asLong()).isZero();
    }

    @Test
    void whomTheLedgerDoesNotKnowHasNoReport() {
        var answer = service.ask("/v1/recipients/nobody/report");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("code").asString()).isEqualTo("RECIPIENT_UNKNOWN");
    }

    @Test
    void isAPageAndPdfInBothLanguages() throws IOException {
        var page = service.ask(PATH, "Accept", "text/html", "Accept-Language", "it");
        assertThat(page.body())
                .contains(
                        "Che cosa ha ricevuto Hosting, Inc.",
                        "fornitore di hosting",
                        "Stati Uniti",
                        "warranty (persone: 2)")
                .contains("class=\"bar w50\"", "class=\"bar w25\"")
                .doesNotContain("planted", "??", "th:", "''");

        var answer = service.open(PATH, "Accept", "application/pdf");
        try (var body = answer.body()) {
            assertThat(PdfText.of(body.readAllBytes()))
                    .contains("What Hosting, Inc. received", "United States", "certificate 1")
                    .contains("invalidated on 2020-07-16", "warranty (persons: 2) 3 0 0 0", "consent revoked 1")
                    .doesNotContain("planted", "??");
        }
    }
}
