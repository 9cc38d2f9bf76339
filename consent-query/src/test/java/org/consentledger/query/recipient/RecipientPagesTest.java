package org.consentledger.query.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.recipient.SafeguardRecorded;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecipientPagesTest {

    private static final QueryService SERVICE = QueryService.shared();
    private final Site site = Site.of(SERVICE);

    @BeforeAll
    static void somebodyAbroad() {
        SERVICE.recorder()
                .record(new RecipientRegistered(
                        "drawn-house", "Drawn House Inc.", RecipientClass.HOSTING_PROVIDER, "US"));
        SERVICE.recorder()
                .record(new SafeguardRecorded(
                        "drawn-house",
                        new Safeguard(
                                SafeguardKind.CERTIFICATION,
                                "EU-US-SAFE-HARBOR",
                                "listed",
                                Facts.at("2010-01-01"),
                                null,
                                null)));
        for (var i = 1; i <= 28; i++) {
            SERVICE.recorder().record(Facts.permitted("planted-sent", "drawn-house", "2016-11-%02d".formatted(i)));
        }
        SERVICE.recorder().record(Facts.transferRefused("planted-kept", "drawn-house", "2016-12-05"));
        SERVICE.get("/v1/recipients/drawn-house/transfers");
    }

    @Test
    void eachStandsInTheListWithWhatCoversIt() {
        var page = site.page("/recipients");
        var line = page.select("tr:has(a[href=/recipients/drawn-house])");

        assertThat(line.text())
                .contains("Drawn House Inc.", "hosting provider", "United States", "struck down on 6 Oct 2015", "29");
        assertThat(Site.texts(page, "section table tbody th")).contains("United States (US)");
        assertThat(page.select(".menu a[aria-current=page]").attr("href")).isEqualTo("/recipients");
    }

    @Test
    void onePageHasFactsCountsAndTransfers() {
        var page = site.page("/recipients/drawn-house");

        assertThat(page.select("h1").text()).isEqualTo("Drawn House Inc.");
        assertThat(page.select(".spans li").text())
                .contains("certification EU-US-SAFE-HARBOR: struck down on 6 Oct 2015", "listed");
        assertThat(Site.texts(page, "#transfers h2 + table tbody tr"))
                .contains("business-notices 0 0 0 1 1", "warranty 28 0 0 0 1");
        assertThat(page.select("svg rect.part.permitted")).hasSizeGreaterThan(27);
        assertThat(page.select(".numbers tbody tr")).hasSize(29);
        assertThat(page.select("a[rel=next]")).hasSize(1);
    }

    @Test
    void theListIsFiltered() {
        var refused = site.page("/recipients/drawn-house?purpose=&verdict=REFUSED&reason=SAFEGUARD_MISSING&from=&to=");
        assertThat(Site.texts(refused, "#transfers tbody td:nth-child(2)"))
                .contains("refused")
                .doesNotContain("permitted");
        assertThat(refused.select("option[selected]").eachAttr("value")).contains("REFUSED", "SAFEGUARD_MISSING");
        var days = site.page("/recipients/drawn-house?from=2016-11-02&to=2016-11-03");
        assertThat(days.select(".numbers tbody tr")).hasSize(2);
        var none = site.page("/recipients/drawn-house?reason=OBJECTED");
        assertThat(none.select("#transfers .empty").text()).isEqualTo("There are no such transfers.");
    }

    @Test
    void aSubjectIsNamedInTheBody() {
        var answer = site.post("/recipients/drawn-house", "subject", "planted-kept");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location"))
                .endsWith("/recipients/drawn-house?subjectId=" + Facts.id("planted-kept") + "#transfers");
        var page = site.page("/recipients/drawn-house?subjectId=" + Facts.id("planted-kept"));
        assertThat(page.select(".numbers tbody tr")).hasSize(1);
        assertThat(site.post("/recipients/drawn-house", "subject", "planted-nobody-sent")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(site.problem("/recipients/no-such-house", 404)
                        .select(".kicker code")
                        .text())
                .isEqualTo("RECIPIENT_UNKNOWN");
        assertThat(site.problem("/recipients/drawn-house?from=2016-11-03&to=2016-11-02", 422)
                        .select(".faults code")
                        .text())
                .isEqualTo("to");
        assertThat(site.problem("/recipients/drawn-house?verdict=MAYBE", 422)
                        .select(".faults")
                        .text())
                .contains("verdict", "must be one of PERMITTED, REFUSED");
    }

    @Test
    void itSpeaksItalian() {
        assertThat(site.inItalian().page("/recipients/drawn-house").text())
                .contains("fornitore di hosting", "Stati Uniti", "invalidata il 6 ott 2015", "Per finalità")
                .doesNotContain("By purpose");
    }
}
