package org.consentledger.query.report.expiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.recipient.SafeguardRecorded;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExpiringPagesTest {

    private static Instant today;
    private static QueryService service;
    private static Site site;

    @BeforeAll
    static void endings() {
        today = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        service = QueryService.on(LedgerDatabase.fresh());
        site = Site.of(service);
        var recorder = service.recorder();
        recorder.record(Facts.notice("2016-10", "2016-10-01", false));
        recorder.record(Facts.notice("next", in(20), true));
        recorder.record(Facts.recipient("mailing-house"));
        recorder.record(new SafeguardRecorded(
                "mailing-house",
                new Safeguard(
                        SafeguardKind.STANDARD_CLAUSES,
                        null,
                        "contract 1",
                        Facts.at("2016-01-01"),
                        Facts.at(in(10)),
                        null)));
        for (var i = 0; i < 26; i++) {
            recorder.record(Facts.given("planted-soon-" + i, "business-notices", "2020-01-01", in(5)));
        }
        recorder.record(Facts.given("planted-asked-again", "business-notices", "2020-01-01", in(25)));
        service.get("/v1/reports/expiring");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    private static String in(int days) {
        return today.plus(Duration.ofDays(days)).toString();
    }

    @Test
    void theSoonestComesFirstWithALinkToWhomItConcerns() {
        var page = site.page("/expiring?days=30");
        var endings = page.select("section[aria-labelledby=endings] tbody tr");

        assertThat(page.select("h1").text()).isEqualTo("What ends in the next 30 days");
        assertThat(endings).hasSize(2);
        assertThat(endings.first().text())
                .contains("in 10 days", "standard contractual clauses", "mailing-house", "contract 1");
        assertThat(endings.first().select("a").attr("href")).isEqualTo("/recipients/mailing-house");
        assertThat(endings.last().text()).contains("in 20 days", "Notice reference next asks again");
        assertThat(endings.last().select("a").attr("href")).isEqualTo("/notices/reference/next");
        assertThat(page.select("table.cards tbody tr > *:not([data-label])")).isEmpty();
    }

    @Test
    void consentsComeInPages() {
        var first = site.page("/expiring?days=30");
        var next = first.select("a[rel=next]").attr("href");
        var second = site.page(next.replace("#consents", ""));

        assertThat(first.text()).contains("27 will end, by purpose");
        assertThat(first.select("#consents tbody tr")).hasSize(25);
        assertThat(first.select("#consents tbody tr").text()).contains("in 5 days", "business-notices", "expired");
        assertThat(first.select("#consents tbody th a").eachAttr("href"))
                .contains("/subjects/" + Facts.id("planted-soon-0"))
                .doesNotHaveDuplicates();
        assertThat(second.select("#consents tbody tr")).hasSize(2);
        assertThat(second.select("#consents tbody tr").last().text()).contains("in 20 days", "outdated");
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(first.html()).doesNotContain("planted-");
    }

    @Test
    void whatItLeadsToIsThere() {
        site.assertLinksLead(site.page("/expiring?days=10"));
        assertThat(site.get("/expiring.csv?days=30").body().lines()).hasSize(1 + 2 + 27);
        assertThat(site.get("/expiring.pdf?days=30").header("Content-Disposition"))
                .contains("attachment; filename=\"report-expiring.pdf\"");
    }

    @Test
    void whereNothingEndsItSaysSo() {
        var page = site.page("/expiring?days=1");

        assertThat(page.select("h1").text()).isEqualTo("What ends in the next day");
        assertThat(page.select(".empty")).hasSize(2);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(site.problem("/expiring?days=0", 422).select(".faults code").text())
                .isEqualTo("days");
        assertThat(site.problem("/expiring?cursor=x", 422)
                        .select(".faults code")
                        .text())
                .isEqualTo("cursor");
    }

    @Test
    void itSpeaksItalian() {
        assertThat(site.inItalian().page("/expiring?days=30").text())
                .contains("Che cosa termina nei prossimi 30 giorni", "tra 10 giorni", "clausole contrattuali tipo")
                .doesNotContain("Consents in force", "in 10 days");
    }
}
