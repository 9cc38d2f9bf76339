package org.consentledger.query.report.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.notice.Basis;
import org.consentledger.query.access.Reader;
import org.consentledger.query.language.Language;
import org.consentledger.query.report.PdfText;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Response;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Transfer;
import org.consentledger.transfer.TransferPermitted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SubjectReportTest {

    private static final String ANNA = "planted-anna";
    private static final String ANNAS = "/v1/subjects/planted-anna/report";
    private static final String PERCHE = "reclamo n. 7";
    private static QueryService service;
    private static String consent;

    @BeforeAll
    static void lives() {
        service = QueryService.on(LedgerDatabase.fresh(), "receipt.controller.name=Societ\u00e0 Esempio");
        var recorder = service.recorder();
        recorder.record(Facts.notice("2016-10", "2016-10-01", false, "newsletter"));
        recorder.record(Facts.recipient("mailing-house"));
        recorder.record(new RecipientRegistered(
                "us-hosting", "Hosting & Figli <Inc.> \u738b", RecipientClass.HOSTING_PROVIDER, "US"));
        consent = recorder.record(Facts.given(ANNA, "business-notices", "2016-11-02", "2099-01-01"));
        recorder.record(
                Facts.refused(ANNA, "newsletter", "2016-11-03"),
                Facts.objected(ANNA, "interest-ads", "2016-11-04"),
                Facts.withdrawn(ANNA, "interest-ads", "2016-11-05"),
                Facts.objected(ANNA, "interest-ads", "2016-11-06"),
                Facts.permitted(ANNA, "mailing-house", "2016-11-07"),
                abroad(ANNA, "2016-11-08", "contract 5"),
                Facts.transferRefused(ANNA, "nobody", "2016-11-09"));
        recorder.record(Facts.given("planted-berta", "newsletter", "2016-11-02"));
        recorder.record(Facts.permitted("planted-berta", "mailing-house", "2016-11-07"));
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static TransferPermitted abroad(String subject, String at, String contract) {
        var safeguard = new Ground.SafeguardUsed(SafeguardKind.STANDARD_CLAUSES, contract, null);
        return new TransferPermitted(
                Facts.id(subject),
                new Transfer(
                        subject, "us-hosting", "business-notices", List.of("contact", "orders"), Facts.at(at), null),
                new Ground(Basis.CONSENT, consent, safeguard, "reference", "2016-10", null),
                new DecidedOn(3, "0123456789abcdef"));
    }

    private static long entries(String subject) {
        return service.jdbc()
                .sql("SELECT count(*) FROM access.entry WHERE subject_id = ?")
                .param(Facts.id(subject).value())
                .query(Long.class)
                .single();
    }

    private static JsonNode report(String path) {
        var answer = service.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Response page(String path, String language) {
        return service.ask(path, "Accept", "text/html", "Accept-Language", language, Reader.PURPOSE_HEADER, PERCHE);
    }

    private static byte[] pdf(String path, String language) {
        var answer = service.open(path, "Accept", "application/pdf", "Accept-Language", language);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"report-subject.pdf\"");
        try (var body = answer.body()) {
            return body.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void tellsHowThePersonStands() {
        var report = report(ANNAS);

        assertThat(report.get("subject").asString()).isEqualTo(ANNA);
        assertThat(report.get("subjectId").asString()).isEqualTo(Facts.id(ANNA).value());
        assertThat(report.at("/controller/name").asString()).isEqualTo("Societ\u00e0 Esempio");
        assertThat(report.get("consents")
                        .valueStream()
                        .map(one -> one.get("purpose").asString() + " "
                                + one.get("state").asString() + " "
                                + one.get("receipt").asString("none")))
                .contains("business-notices GIVEN /v1/receipts/" + consent)
                .anyMatch(one -> one.startsWith("newsletter REFUSED /v1/receipts/"));
        assertThat(report.get("objections")
                        .valueStream()
                        .map(one -> one.get("purpose").asString() + " "
                                + one.get("since").asString()))
                .containsExactly("interest-ads 2016-11-06T00:00:00Z");
        assertThat(report.at("/statements/listed")
                        .valueStream()
                        .map(one -> one.get("type").asString()))
                .containsExactly(
                        "ProcessingObjected",
                        "ObjectionWithdrawn",
                        "ProcessingObjected",
                        "ConsentRefused",
                        "ConsentGiven");
    }

    @Test
    void tellsWhoGotWhatAndOnWhatGround() {
        var report = report(ANNAS);
        var transfers = report.at("/transfers/listed");

        assertThat(report.get("recipients")
                        .valueStream()
                        .map(one -> "%s %s %s %s sent %d refused %d"
                                .formatted(
                                        one.get("recipient").asString(),
                                        one.get("name").asString("-"),
                                        one.get("class").asString("-"),
                                        one.get("country").asString("-"),
                                        one.get("sent").asLong(),
                                        one.get("refused").asLong())))
                .containsExactly(
                        "mailing-house Firm mailing-house SUB_SUPPLIER IT sent 1 refused 0",
                        "nobody - - - sent 0 refused 1",
                        "us-hosting Hosting & Figli <Inc.> \u738b HOSTING_PROVIDER US sent 1 refused 0");
        assertThat(transfers.valueStream().map(one -> one.get("recipient").asString()))
                .containsExactly("nobody", "us-hosting", "mailing-house");
        assertThat(transfers.at("/0/reasons").toString()).isEqualTo("[\"CONSENT_REVOKED\",\"SAFEGUARD_MISSING\"]");
        assertThat(transfers.at("/1/ground/consentEventId").asString()).isEqualTo(consent);
        assertThat(transfers.at("/1/ground/safeguard/kind").asString()).isEqualTo("STANDARD_CLAUSES");
        assertThat(transfers.at("/2/reference").asString()).isEqualTo("job of " + ANNA);
        assertThat(report.get("rights")
                        .valueStream()
                        .map(right -> right.get("article").asString()))
                .containsExactly("7(3)", "15", "16", "17", "18", "20", "21", "77");
    }

    /** Every receipt that it names is there. */
    @Test
    void namesTheReceiptOfEveryEvent() {
        var report = report(ANNAS);
        var receipts = List.of("/statements/listed", "/transfers/listed").stream()
                .flatMap(list -> report.at(list).valueStream())
                .map(event -> event.get("receipt").asString())
                .toList();

        assertThat(receipts).hasSize(8).doesNotHaveDuplicates();
        assertThat(receipts)
                .allSatisfy(receipt -> assertThat(service.ask(receipt).status()).isEqualTo(200));
    }

    @Test
    void restsOnACheckpointThatCoversIt() {
        var report = report(ANNAS);

        assertThat(report.get("position").asLong()).isEqualTo(service.recorder().position());
        assertThat(report.at("/checkpoint/size").asLong())
                .isGreaterThan(report.get("position").asLong());
        assertThat(service.ask("/v1/log/checkpoint").body())
                .contains(report.at("/checkpoint/root").asString());
    }

    @Test
    void tellsWhoLookedButNotWhichOfTheStaff() {
        service.ask("/v1/subjects/planted-anna/consents", Reader.PURPOSE_HEADER, PERCHE);
        var before = report(ANNAS).at("/accesses/total").asLong();
        var report = report(ANNAS);
        var accesses = report.at("/accesses/listed");

        assertThat(report.at("/accesses/total").asLong()).isEqualTo(before + 1);
        // the newest first; this one itself is entered after it was made
        assertThat(accesses.at("/0/what").asString()).isEqualTo("subjectReport");
        assertThat(accesses.at("/0/client").asString()).isEqualTo("test-client");
        assertThat(accesses.valueStream()
                        .map(one -> one.get("what").asString() + ": "
                                + one.get("why").asString()))
                .contains("consents: " + PERCHE);
        assertThat(accesses.toString()).doesNotContain("somebody", "principal");
    }

    @Test
    void onlyAPeriodIsTold() {
        var report = report(ANNAS + "?from=2016-11-06T00:00:00Z&to=2016-11-08T00:00:00Z");

        assertThat(report.at("/statements/total").asLong()).isEqualTo(1);
        assertThat(report.at("/transfers/total").asLong()).isEqualTo(1);
        assertThat(report.get("recipients")).hasSize(1);
        assertThat(report.at("/accesses/total").asLong()).isZero();
        // how the person stands is as of now
        assertThat(report.get("consents").toString()).contains("GIVEN");
    }

    @Test
    void isReadInEnglishAndInItalian() {
        assertThat(page(ANNAS, "en").body())
                .contains("<html lang=\"en\"", "Report on a person&#39;s data", "Societ\u00e0 Esempio")
                .contains("standard contractual clauses", "United States", "safeguard missing")
                .contains("Hosting &amp; Figli &lt;Inc.&gt; \u738b", consent, "web form, explicit, by the person")
                .doesNotContain("berta", "th:", "??", "''");
        assertThat(page(ANNAS, "it").body())
                .contains("<html lang=\"it\"", "Rapporto sui dati di una persona", "clausole contrattuali tipo")
                .contains("Stati Uniti", "garanzia mancante", "a un&#39;autorit\u00e0 di controllo", PERCHE)
                .doesNotContain("berta", "th:", "??", "''");
    }

    @Test
    void isPrintedFromTheSamePage() {
        var english = PdfText.of(pdf(ANNAS, "en"));
        var italian = PdfText.of(pdf(ANNAS, "it"));

        assertThat(english)
                .contains(
                        "Report on a person's data",
                        "Societ\u00e0 Esempio",
                        ANNA,
                        Facts.id(ANNA).value())
                .contains("business-notices given 2016-11-02 00:00:00 UTC 2099-01-01 00:00:00 UTC reference 2016-10")
                .contains("Firm mailing-house", "sub-supplier", "Italy", "standard contractual", "contract 5")
                .contains("consent revoked; safeguard missing")
                .contains("Hosting & Figli <Inc.> [U+738B]", "cannot show stand as their Unicode numbers")
                .doesNotContain("berta", Facts.id("planted-berta").value(), "??");
        assertThat(italian)
                .contains(
                        "Rapporto sui dati di una persona",
                        "Perch\u00e9",
                        "Finalit\u00e0",
                        "un'autorit\u00e0 di controllo")
                .doesNotContain("berta", "??", "''");
    }

    @Test
    void aReferenceOfCharactersThatXmlForbidsIsPrintedToo() {
        service.recorder().record(abroad("planted-noncharacter", "2016-11-08", "no. \uffff 7"));

        assertThat(PdfText.of(pdf("/v1/subjects/planted-noncharacter/report", "en")))
                .contains("no. [U+FFFF] 7", "cannot show stand as their Unicode numbers");
    }

    /** That it was asked is told in the next report, whatever days either is about. */
    @Test
    void whoeverIsKnownAtAllIsEnteredInTheLog() {
        service.recorder().record(Facts.permitted("planted-sent-once", "mailing-house", "2016-11-07"));
        var report = report("/v1/subjects/planted-sent-once/report?from=2020-01-01T00:00:00Z");

        assertThat(report.at("/transfers/total").asLong()).isZero();
        assertThat(entries("planted-sent-once")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html", "application/pdf"})
    void ofSomebodyErasedItTellsThatTheyWere(String form) {
        var name = "planted-erased-" + form.replaceAll("[^a-z]", "");
        service.recorder()
                .record(
                        Facts.given(name, "newsletter", "2016-11-02"),
                        Facts.permitted(name, "mailing-house", "2016-11-03"),
                        Facts.erased(name, "2016-12-01"));
        var answer = service.open("/v1/subjects/" + name + "/report", "Accept", form);
        assertThat(answer.statusCode()).isEqualTo(200);
        var text = text(answer.body(), form);

        assertThat(text)
                .contains("2016-12-01")
                .doesNotContain("mailing-house", Facts.id(name).value(), "job of");
        assertThat(entries(name)).isZero();
    }

    private static String text(java.io.InputStream body, String form) {
        try (body) {
            var bytes = body.readAllBytes();
            return form.endsWith("pdf")
                    ? PdfText.of(bytes)
                    : new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** For the desk, which knows persons by their pseudonym. */
    @Test
    void byPseudonymTheHistoryOfSomebodyErasedStaysWithoutWhatIsPersonal() {
        var name = "planted-gone";
        service.recorder()
                .record(
                        Facts.given(name, "newsletter", "2016-11-02"),
                        Facts.permitted(name, "mailing-house", "2016-11-03"),
                        Facts.erased(name, "2016-12-01"));
        var reader = new Reader(
                new org.consentledger.http.access.Caller(
                        "desk",
                        null,
                        java.util.Set.of(Scope.AUDIT_READ),
                        org.consentledger.http.access.Limits.none(),
                        java.time.Instant.MAX),
                "audit",
                "request");
        var report = service.bean(SubjectReports.class)
                .ofPseudonym(
                        Facts.id(name), new ReportSpan(null, null, ReportSpan.PRINTED_MAX), Language.ENGLISH, reader);

        assertThat(report.subject()).isNull();
        assertThat(report.erasedAt()).isEqualTo(Facts.at("2016-12-01"));
        assertThat(report.transfers().listed()).hasSize(1).allMatch(transfer -> transfer.reference() == null);
        assertThat(report.statements().listed()).hasSize(2);

        var anna = service.bean(SubjectReports.class)
                .ofPseudonym(Facts.id(ANNA), new ReportSpan(null, null, 2), Language.ENGLISH, reader);
        assertThat(anna.subject()).isEqualTo(ANNA);
        // what does not fit is counted, and said to be missing
        assertThat(anna.transfers().listed()).hasSize(2);
        assertThat(anna.transfers().total()).isEqualTo(3);
        assertThat(anna.transfers().complete()).isFalse();
    }

    @Test
    void whomTheLedgerDoesNotKnowHasAnEmptyReport() {
        var report = report("/v1/subjects/planted-unheard-of/report");

        assertThat(report.get("subjectId").isNull()).isTrue();
        assertThat(report.get("consents")).isEmpty();
        assertThat(report.at("/transfers/total").asLong()).isZero();
        assertThat(page("/v1/subjects/planted-unheard-of/report", "en").body())
                .contains("The ledger holds nothing of anybody with this reference.");
    }

    @ParameterizedTest
    @CsvSource({"consent:read, 403", "operate, 403"})
    void isForAuditorsAlone(String scope, int status) {
        var held = java.util.Arrays.stream(Scope.values())
                .filter(one -> one.value().equals(scope))
                .findFirst()
                .orElseThrow();
        assertThat(service.ask(ANNAS, "Authorization", TestIssuer.authorization(Map.of(), held))
                        .status())
                .isEqualTo(status);
    }
}
