package org.consentledger.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.Evidence;
import org.consentledger.notice.ConsentForm;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SubjectPageTest {

    private final QueryService service = QueryService.shared();
    private final Site site = Site.of(service);

    private String path(String subject) {
        return "/subjects/" + Facts.id(subject);
    }

    private String ask(String subject, String query) {
        return path(subject) + "?minPosition=" + service.recorder().position() + query;
    }

    private Document page(String subject, String query) {
        return site.page(ask(subject, query));
    }

    private void story(String subject) {
        service.recorder().record(Facts.given(subject, "business-notices", "2016-11-02"));
        service.recorder().record(Facts.permitted(subject, "mailing-house", "2016-11-03"));
        service.recorder().record(Facts.transferRefused(subject, "mailing-house", "2016-12-05"));
        service.recorder().record(Facts.revoked(subject, "business-notices", "2016-12-01"));
        service.recorder().record(Facts.objected(subject, "interest-ads", "2016-12-10"));
        service.recorder().record(Facts.refused(subject, "newsletter", "2016-11-04"));
        service.recorder().record(Facts.given(subject, "surveys", "2016-11-05", "2016-12-05"));
    }

    @Test
    void everyPurposeIsALaneWithBarsAndMarks() {
        story("planted-drawn");
        var page = page("planted-drawn", "");

        assertThat(page.select("h1").text()).isEqualTo("planted-drawn");
        assertThat(Site.texts(page, "svg .lane > .name"))
                .isEqualTo("business-notices\ninterest-ads\nnewsletter\nsurveys\nwarranty");
        assertThat(page.select("a.bar.given").attr("aria-label"))
                .startsWith("business-notices: given from 2 Nov 2016 to 1 Dec 2016, recorded ");
        assertThat(page.select("a.bar.revoked").attr("aria-label"))
                .startsWith("business-notices: revoked since 1 Dec 2016");
        assertThat(page.select("a.bar.objected").attr("aria-label")).startsWith("interest-ads: objected since");
        assertThat(page.select("a.bar.refused").attr("aria-label")).startsWith("newsletter: refused since 4 Nov 2016");
        assertThat(page.select("a.bar.expired").attr("aria-label")).startsWith("surveys: expired since 5 Dec 2016");
        assertThat(page.select("a.mark.permitted").attr("aria-label"))
                .isEqualTo("warranty: transfer to mailing-house, permitted, 3 Nov 2016, 00:00:00 UTC");
        assertThat(page.select("a.mark.permitted circle")).hasSize(1);
        assertThat(page.select("a.mark.refused path")).hasSize(1);
        assertThat(page.select("a.mark").eachAttr("href")).allMatch(link -> link.startsWith("/decisions/"));
    }

    @Test
    void theSameStandsInTables() {
        story("planted-tabled");
        var page = page("planted-tabled", "&asOf=2016-11-15T00:00:00Z");

        assertThat(page.select("#consents + table tbody tr").first().text())
                .startsWith("business-notices given 2 Nov 2016, 00:00:00 UTC");
        var evidence = page.select("table.evidence tbody tr");
        assertThat(evidence).hasSize(5);
        assertThat(evidence.last().text()).contains("web form, explicit", "web-shop", "reference 2016-10", "recorded ");
        for (var bar : page.select("a.bar")) {
            assertThat(page.select(bar.attr("href"))).as(bar.attr("href")).hasSize(1);
        }
        assertThat(Site.texts(page, "#transfers tbody td:nth-child(2)")).isEqualTo("refused\npermitted");
        assertThat(page.select("table.cards tbody tr > *:not([data-label])")).isEmpty();
    }

    @Test
    void whatWasNotKnownIsNotThere() {
        service.recorder().record(Facts.revoked("planted-paper", "business-notices", "2016-12-01"));
        var before = service.recorder().position();
        service.recorder()
                .record(new ConsentGiven(
                        Facts.id("planted-paper"),
                        "planted-paper",
                        "business-notices",
                        "reference",
                        "2016-10",
                        new Evidence(Channel.PRINTED_FORM, ConsentForm.WRITTEN, null, null, "fair-stand"),
                        Giver.theSubject(),
                        Facts.at("2016-11-02"),
                        null));

        assertThat(page("planted-paper", "&knownAt=" + before).select("a.bar")).hasSize(1);
        var page = page("planted-paper", "");
        assertThat(page.select("a.bar.given")).hasSize(1);
        assertThat(page.select("a.bar.given .clock-mark")).as("came in late").hasSize(1);
        assertThat(page.select("tr:has(.late)").text()).contains("printed form", "days later");
        assertThat(page.select("#known-at-slider").attr("data-stops")).startsWith(before + "@");
        assertThat(page.select("#known-at-slider").attr("value")).isEqualTo("2");
        assertThat(page("planted-paper", "&knownAt=" + before)
                        .select("#known-at-slider")
                        .attr("value"))
                .isEqualTo("1");
    }

    @Test
    void leftOfTheFirstStopNothingWasKnownUnlessStopsWereCutOff() {
        service.recorder().record(Facts.permitted("planted-stops-of-another", "mailing-house", "2016-11-03"));
        var before = service.recorder().position();
        service.recorder().record(Facts.given("planted-stops", "business-notices", "2016-11-02"));
        var slider = page("planted-stops", "").select("#known-at-slider");
        assertThat(slider.attr("data-before")).isEqualTo(String.valueOf(before));
        assertThat(slider.attr("data-none")).isEqualTo("before anything that this person said");

        for (var i = 0; i < SubjectPages.STOPS_MAX; i++) {
            service.recorder()
                    .record(Facts.revoked(
                            "planted-stops",
                            "business-notices",
                            Facts.at("2016-12-01").plusSeconds(i).toString()));
        }
        slider = page("planted-stops", "").select("#known-at-slider");
        assertThat(slider.attr("max")).isEqualTo(String.valueOf(SubjectPages.STOPS_MAX));
        assertThat(slider.attr("data-before")).isEqualTo(String.valueOf(before + 1));
        assertThat(slider.hasAttr("data-none")).isFalse();
    }

    @Test
    void thePartIsThePartOfThePage() {
        story("planted-part");
        var answer = site.with("HX-Request", "true").get(ask("planted-part", "&asOf=2016-11-15T00:00:00Z"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("<div id=\"moment\">")
                .contains("as of 15 Nov 2016")
                .doesNotContain("<html");
    }

    @Test
    void itSpeaksItalian() {
        story("planted-italian");
        var page = site.inItalian().page(ask("planted-italian", ""));

        assertThat(page.select("a.bar.given").attr("aria-label")).startsWith("business-notices: dato dal 2 nov 2016");
        assertThat(page.text())
                .contains("Consensi in quel momento", "Trasferimenti")
                .doesNotContain("Consents at");
    }

    @Test
    void ofWhomWasErasedThePseudonymIsLeft() {
        story("planted-vanished");
        service.recorder().record(Facts.erased("planted-vanished", "2017-01-01"));
        var page = page("planted-vanished", "");

        assertThat(page.select(".note.warn").text()).startsWith("This person was erased on 1 Jan 2017");
        assertThat(page.select("a.bar")).isNotEmpty();
        assertThat(page.select("h1").text())
                .isEqualTo(Facts.id("planted-vanished").value());
    }

    @Test
    void manyTransfersAreCounted() {
        for (var i = 0; i < 60; i++) {
            service.recorder()
                    .record(Facts.permitted("planted-busy", "mailing-house", "2016-11-03T10:00:%02dZ".formatted(i)));
        }
        var page = page("planted-busy", "");

        assertThat(page.select("a.mark")).hasSize(1);
        assertThat(page.select("a.mark text").text()).isEqualTo("60");
        assertThat(page.select("a.mark").attr("aria-label")).startsWith("warranty: 60 transfers, permitted, from");
        assertThat(page.select("a.mark").attr("href")).contains("from=2016-11-03T09:00:00Z");
        assertThat(page.select("#transfers tbody tr")).hasSize(25);
        var older = site.page(page.select("#transfers a[rel=next]").attr("href").replace("#transfers", ""));
        assertThat(older.select("#transfers tbody tr")).hasSize(25);
        assertThat(older.select("#transfers tbody time").first().text())
                .isLessThan(page.select("#transfers tbody time").last().text());
    }

    @Test
    void whoIsUnknownIsNotThere() {
        assertThat(site.problem(path("planted-unheard-of"), 404)
                        .select(".kicker code")
                        .text())
                .isEqualTo("NOT_FOUND");
        assertThat(site.problem("/subjects/planted-reference", 422).text()).doesNotContain("planted-reference");
        story("planted-asked");
        assertThat(site.problem(ask("planted-asked", "&from=2017-01-01T00:00:00Z&to=2016-01-01T00:00:00Z"), 422)
                        .select(".faults code")
                        .text())
                .isEqualTo("to");
        assertThat(site.problem(ask("planted-asked", "&asOf=yesterday"), 422)
                        .select(".faults code")
                        .text())
                .isEqualTo("asOf");
    }

    @Test
    void noAddressHoldsAReference() {
        story("planted-in-no-address");
        var page = page("planted-in-no-address", "");

        assertThat(page.select("[href], [action], [hx-get]").outerHtml())
                .doesNotContain("=\"/subjects/planted", "subject=planted");
        assertThat(page.select("[href]").eachAttr("href")).noneMatch(link -> link.contains("planted"));
    }
}
