package org.consentledger.query.report.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecipientReportPagesTest {

    private static final QueryService SERVICE = QueryService.shared();
    private static final String PERIOD = "from=2016-11-01&to=2016-12-31";
    private final Site site = Site.of(SERVICE);

    @BeforeAll
    static void somebodyToReportOn() {
        SERVICE.recorder()
                .record(new RecipientRegistered("reported-house", "Reported House", RecipientClass.SUB_SUPPLIER, "IT"));
        SERVICE.recorder().record(Facts.permitted("planted-reported-on", "reported-house", "2016-11-03"));
        SERVICE.recorder().record(Facts.transferRefused("planted-reported-on", "reported-house", "2016-12-05"));
        SERVICE.get("/v1/recipients/reported-house/transfers");
    }

    @Test
    void aRecipientsPageLeadsToTheReportOfItsDays() {
        assertThat(site.page("/recipients/reported-house?" + PERIOD)
                        .select("nav.ways a")
                        .eachAttr("href"))
                .containsExactly(
                        "/recipients/reported-house/report?" + PERIOD,
                        "/recipients/reported-house/report.pdf?" + PERIOD);
    }

    @Test
    void itStandsInTheConsole() {
        var page = site.page("/recipients/reported-house/report?bucket=MONTH&" + PERIOD);

        assertThat(page.select("h1").text()).isEqualTo("What Reported House received");
        assertThat(Site.texts(page, ".report tbody tr"))
                .contains("2016-11-01 1 0 0", "2016-12-01 0 0 1")
                .doesNotContain(Facts.id("planted-reported-on").value());
        assertThat(page.select(".report .bar.w50")).hasSize(1);
        site.assertLinksLead(page);
    }

    @Test
    void itCanBeKept() {
        var data = site.get("/recipients/reported-house/report.json?" + PERIOD);
        assertThat(data.header("Content-Disposition")).isEqualTo("attachment; filename=\"report-recipient.json\"");
        assertThat(data.json().at("/transfers/permitted").asLong()).isEqualTo(1);
        assertThat(site.get("/recipients/reported-house/report.pdf?" + PERIOD).header("Content-Type"))
                .isEqualTo("application/pdf");
    }

    @Test
    void whoIsNotRegisteredIsMissing() {
        assertThat(site.problem("/recipients/no-such-house/report", 404)
                        .select(".kicker code")
                        .text())
                .isEqualTo("RECIPIENT_UNKNOWN");
    }

    @Test
    void itSpeaksItalian() {
        assertThat(site.inItalian().page("/recipients/reported-house/report").text())
                .contains("Che cosa ha ricevuto Reported House", "Suddiviso per")
                .doesNotContain("Divided by");
    }
}
