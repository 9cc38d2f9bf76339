package org.consentledger.query.difference;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.consentledger.query.support.Site;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class DifferencePagesTest {

    private static final String PURPOSE = "business-notices";

    private final QueryService service = QueryService.shared();
    private final Recorder ledger = service.recorder();
    private final Site site = Site.of(service);

    private String path(String subject, String query) {
        return "/subjects/" + Facts.id(subject) + "/difference?minPosition=" + ledger.position() + query;
    }

    private Document page(String subject, String query) {
        return site.page(path(subject, query));
    }

    @Test
    void plainWordsComeFirstThenTheTablesWithTheEvidence() {
        var form = ledger.record(Facts.given("planted-compared", PURPOSE, "2016-11-07"));
        ledger.record(Facts.permitted("planted-compared", "mailing-house", "2016-11-08"));
        ledger.record(Facts.revoked("planted-compared", PURPOSE, "2016-11-09"));
        ledger.record(Facts.objected("planted-compared", "interest-ads", "2016-11-09"));

        var page = page("planted-compared", "&fromAsOf=2016-11-06T00:00:00Z&toAsOf=2016-11-10T00:00:00Z");

        assertThat(page.select(".sentences li").eachText())
                .anyMatch(told -> told.startsWith("On 7 November 2016, 00:00 UTC the person consented to"))
                .anyMatch(told -> told.startsWith("On 9 November 2016, 00:00 UTC the person took consent to"));
        assertThat(page.select("#told ~ .hint").text()).contains("6 November 2016", "10 November 2016");
        assertThat(Site.texts(page, "#states + table tbody tr")).contains("business-notices not given revoked other");
        assertThat(Site.texts(page, "#changes + table tbody tr"))
                .contains("not given → then given", "given → then revoked", "objected the person said so");
        assertThat(page.select("#changes + table a[href$=#e-" + form + "]")).hasSize(1);
        assertThat(page.select("#between + table .state.permitted")).hasSize(1);
        assertThat(page.select("#from-as-of").val()).isEqualTo("2016-11-06T00:00:00Z");
        assertThat(service.jdbc()
                        .sql("SELECT purpose FROM access.entry WHERE subject_id = ? AND what = 'consentsDifference'")
                        .param(Facts.id("planted-compared").value())
                        .query(String.class)
                        .list())
                .containsExactly("case 12");
        site.assertLinksLead(page);
    }

    @Test
    void aPartIsSentToAPageThatIsThereAndSaysHowMuchIsOther() {
        ledger.record(Facts.given("planted-compared-part", PURPOSE, "2016-11-07"));

        var part = site.with("HX-Request", "true")
                .get(path("planted-compared-part", "&fromAsOf=2016-11-06T00:00:00Z&fromKnownAt=&toAsOf=&toKnownAt="));

        assertThat(part.body()).doesNotContain("<html", "??");
        assertThat(part.body()).contains("hx-swap-oob=\"innerHTML\">1 purpose stands otherwise; no transfers between.");
    }

    @Test
    void theSubjectsPageHandsItsTwoMomentsOver() {
        ledger.record(Facts.given("planted-handed", PURPOSE, "2016-11-07"));
        var position = ledger.position();
        var subject = "/subjects/" + Facts.id("planted-handed");

        var chosen = site.page(subject + "?minPosition=" + position + "&asOf=2016-11-08T00:00:00Z&knownAt=" + position)
                .select("a.since");
        assertThat(chosen.attr("href"))
                .isEqualTo(subject + "/difference?fromAsOf=2016-11-08T00:00:00Z&fromKnownAt=" + position);
        assertThat(chosen.text()).isEqualTo("What changed since this moment");
        assertThat(site.page(chosen.attr("href")).select("#from-known-at").val())
                .isEqualTo(Long.toString(position));

        var whole = site.page(subject).select("a.since").attr("href");
        assertThat(Site.texts(site.page(whole), ".sentences li")).contains("7 November 2016");
        var toCome = site.page(subject + "?asOf=2999-01-01T00:00:00Z").select("a.since");
        assertThat(site.page(toCome.attr("href")).select("#to-as-of").val()).isEqualTo("2999-01-01T00:00:00Z");
    }

    @Test
    void whatWasSaidStaysAfterAnErasure() {
        ledger.record(Facts.given("planted-compared-erased", PURPOSE, "2016-11-07"));
        ledger.record(Facts.erased("planted-compared-erased", "2016-12-01"));

        var page = page("planted-compared-erased", "&fromAsOf=2016-11-06T00:00:00Z");

        assertThat(Site.texts(page, ".sentences li")).contains("consented", "the person was erased");
        assertThat(page.text()).doesNotContain("planted-compared-erased");
    }

    @Test
    void whatIsWrongIsSaid() {
        ledger.record(Facts.given("planted-compared-wrong", PURPOSE, "2016-11-07"));

        assertThat(site.problem(
                                path(
                                        "planted-compared-wrong",
                                        "&fromAsOf=2016-11-08T00:00:00Z&toAsOf=2016-11-07T00:00:00Z"),
                                422)
                        .select(".faults code")
                        .text())
                .isEqualTo("fromAsOf");
        site.problem("/subjects/" + Facts.id("planted-never-compared") + "/difference", 404);
        site.problem("/subjects/somebody/difference", 422);
    }

    @Test
    void itSpeaksItalian() {
        ledger.record(Facts.given("planted-compared-it", PURPOSE, "2016-11-07"));

        assertThat(site.inItalian()
                        .page(path("planted-compared-it", "&fromAsOf=2016-11-06T00:00:00Z"))
                        .text())
                .contains("In parole semplici", "la persona ha dato il consenso", "lo ha detto la persona");
    }
}
