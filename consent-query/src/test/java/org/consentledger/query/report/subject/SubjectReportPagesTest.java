package org.consentledger.query.report.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.Words;
import org.consentledger.query.report.PdfText;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SubjectReportPagesTest {

    private static final String ANNA = Facts.id("planted-anna-here").value();
    private static final String ANNAS = "/subjects/" + ANNA + "/report";
    private static final String GONE = "/subjects/" + Facts.id("planted-gone") + "/report";
    private static QueryService service;
    private static Site site;

    @BeforeAll
    static void lives() {
        service = QueryService.on(LedgerDatabase.fresh());
        site = Site.of(service);
        var recorder = service.recorder();
        recorder.record(Facts.notice("2016-10", "2016-10-01", false, "newsletter"));
        recorder.record(Facts.recipient("mailing-house"));
        recorder.record(
                Facts.given("planted-anna-here", "business-notices", "2016-11-02"),
                Facts.permitted("planted-anna-here", "mailing-house", "2016-11-03"),
                Facts.transferRefused("planted-anna-here", "mailing-house", "2016-12-05"),
                Facts.given("planted-gone", "business-notices", "2016-11-02"),
                Facts.erased("planted-gone", "2016-12-01"),
                Facts.permitted("planted-sent-alone", "mailing-house", "2016-11-03"));
        service.get("/v1/subjects/planted-anna-here/transfers");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static String pdf(String path, String language) {
        var answer = service.open(path, "Accept", "*/*", "Accept-Language", language, "X-Purpose-Of-Access", "case 12");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"report-subject.pdf\"");
        try (var body = answer.body()) {
            return PdfText.of(body.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSubjectsPageLeadsToTheReport() {
        assertThat(site.page("/subjects/" + ANNA).select("nav.ways a").eachAttr("href"))
                .contains(ANNAS, ANNAS + ".pdf");
    }

    @Test
    void itStandsInTheConsole() {
        var page = site.page(ANNAS);

        assertThat(page.select("h1").text()).isEqualTo("Report on a person's data");
        assertThat(page.select(".report").text())
                .contains(
                        "planted-anna-here",
                        ANNA,
                        "business-notices",
                        "Firm mailing-house",
                        "Transfers that were refused");
        assertThat(page.select("nav.menu a")).isNotEmpty();
        assertThat(page.select(".scroll:not([tabindex][role=region][aria-label])"))
                .isEmpty();
        assertThat(page.select("[href]").eachAttr("href")).noneMatch(link -> link.contains("planted-"));
        site.assertLinksLead(page);
    }

    @Test
    void itCanBeKeptInBothLanguages() {
        assertThat(pdf(ANNAS + ".pdf", "en")).contains("Report on a person's data", "planted-anna-here");
        assertThat(pdf(ANNAS + ".pdf", "it")).contains("Rapporto sui dati di una persona", "planted-anna-here");
        var data = site.get(ANNAS + ".json");
        assertThat(data.header("Content-Disposition")).isEqualTo("attachment; filename=\"report-subject.json\"");
        assertThat(data.json().get("subjectId").asString()).isEqualTo(ANNA);
        assertThat(data.json().get("rights")).isNotEmpty();
    }

    @Test
    void itIsAboutWholeDays() {
        var page = site.page(ANNAS + "?from=2016-12-05&to=2016-12-05");

        assertThat(page.select(".report").text())
                .contains("Transfers that were refused")
                .doesNotContain("consent given");
        assertThat(page.select("a[download]").eachAttr("href"))
                .containsExactly(
                        ANNAS + ".pdf?from=2016-12-05&to=2016-12-05", ANNAS + ".json?from=2016-12-05&to=2016-12-05");
    }

    @Test
    void ofSomebodyErasedThereIsWhatIsNotPersonal() {
        var page = site.page(GONE);

        assertThat(page.select(".report .erased").text()).contains("2016-12-01 00:00:00 UTC");
        assertThat(page.select(".report").text()).contains("personal data erased", "consent given");
        assertThat(page.html()).doesNotContain("planted-gone");
        assertThat(pdf(GONE + ".pdf", "en")).contains("personal data erased").doesNotContain("planted-gone");
    }

    /** Whatever days are asked about: that it was asked stands in the report, and so must the entry in the log. */
    @Test
    void whoeverIsKnownAtAllIsEnteredInTheLog() {
        var subject = Facts.id("planted-sent-alone");
        site.page("/subjects/" + subject + "/report?from=2020-01-01");

        assertThat(site.get("/v1/accesses?subjectId=" + subject).body()).contains("\"subjectReport\"");
    }

    @Test
    void whoeverIsNotThereIsMissing() {
        assertThat(site.problem("/subjects/" + Facts.id("planted-nobody") + "/report", 404)
                        .select(".kicker code")
                        .text())
                .isEqualTo("NOT_FOUND");
        assertThat(site.with("X-Purpose-Of-Access", "").get(ANNAS).status()).isEqualTo(422);
    }

    /** A person who asks reads what was shown, not the name of an operation. */
    @Test
    void everythingThatCanBeShownHasAName() {
        var words = service.bean(Words.class);
        for (var operation : ReadOperation.values()) {
            for (var language : Language.values()) {
                assertThat(words.in(language, "report.shown." + operation.id())).isNotBlank();
            }
        }
        site.page(ANNAS);
        assertThat(site.page(ANNAS).select(".report").text())
                .contains("a report like this one")
                .doesNotContain("subjectReport");
    }

    @Test
    void itSpeaksItalian() {
        assertThat(site.inItalian().page(ANNAS).text())
                .contains("Rapporto sui dati di una persona", "Salva in PDF")
                .doesNotContain("Report on", "Save as");
    }
}
