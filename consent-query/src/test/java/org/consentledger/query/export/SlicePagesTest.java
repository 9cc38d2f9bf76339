package org.consentledger.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Exports as people ask for them. */
class SlicePagesTest {

    private static final QueryService SERVICE = QueryService.shared();

    private final Site site = Site.of(SERVICE);

    @BeforeAll
    static void somethingToTakeAway() {
        SERVICE.recorder().record(Facts.given("planted-taken", "taken-notices", "2016-11-02"));
        var last = SERVICE.recorder().record(Facts.given("planted-also-taken", "taken-notices", "2016-11-02"));
        // a checkpoint covers it then
        assertThat(SERVICE.ask("/v1/receipts/" + last).status()).isEqualTo(200);
    }

    @Test
    void theFormOffersWhatThereIsAndIsFilledIn() {
        var page = site.page("/exports?type=ConsentGiven&purpose=taken-notices");

        assertThat(page.select("option[selected]").eachAttr("value")).containsExactly("ConsentGiven");
        assertThat(page.select("#purpose").val()).isEqualTo("taken-notices");
        assertThat(page.select("#recipients option").eachAttr("value")).contains("mailing-house");
        assertThat(page.select(".note").text()).startsWith("An export goes as far as the newest signed checkpoint");
        assertThat(page.select(".command").text()).contains("slice --key ledger.key");
        assertThat(page.select("form.slice").attr("method")).isEqualTo("post");
        assertThat(page.select(".menu a[aria-current=page]").attr("href")).isEqualTo("/exports");
        site.assertLinksLead(page);
    }

    @Test
    void aSliceIsDownloadedAsTheInterfaceGivesIt() {
        var lines = site.post("/exports", "purpose", "taken-notices", "as", "LINES", "from", "", "type", "");
        var table = site.post("/exports", "purpose", "taken-notices", "as", "TABLE");

        assertThat(lines.status()).isEqualTo(200);
        assertThat(lines.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(lines.header("Content-Disposition")).isEqualTo("attachment; filename=\"events.ndjson\"");
        // whoever revoked every purpose stands in it too
        assertThat(lines.body()
                        .lines()
                        .filter(line -> line.startsWith("{\"entry\":") && line.contains("taken-notices")))
                .hasSize(2);
        assertThat(lines.body()).contains("\"purpose\":\"taken-notices\"").contains("\"jws\":");
        assertThat(lines.body()).doesNotContain("planted-taken");
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.header("Content-Disposition")).isEqualTo("attachment; filename=\"events.csv\"");
    }

    @Test
    void aReferenceStandsInTheBodyAndItsUseInTheAccessLog() {
        var id = Facts.id("planted-taken").value();

        var lines = site.post("/exports", "subject", "planted-taken", "as", "LINES");

        assertThat(lines.body().lines().filter(line -> line.startsWith("{\"entry\":")))
                .hasSize(1);
        assertThat(lines.body().lines().findFirst().orElseThrow()).contains("\"subjectId\":\"" + id + "\"");
        assertThat(SERVICE.jdbc()
                        .sql("SELECT purpose FROM access.entry WHERE subject_id = ? AND what = 'exportEvents'")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("case 12");
    }

    @Test
    void daysAndPositionsBoundIt() {
        assertThat(site.post("/exports", "purpose", "taken-notices", "to", "2016-01-01")
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("{\"entry\":")))
                .isEmpty();
        assertThat(site.post("/exports", "upTo", "1").body().lines().filter(line -> line.startsWith("{\"entry\":")))
                .hasSize(2);
    }

    @Test
    void whatIsWrongIsSaid() {
        for (var wrong : new String[][] {
            {"from", "2016-02-01", "to", "2016-01-01"},
            {"as", "PDF"},
            {"after", "-2"},
            {"subject", "planted-taken", "subjectId", Facts.id("planted-taken").value()},
            {"minPosition", "1"}
        }) {
            var answer = site.post("/exports", wrong);
            assertThat(answer.status()).as(String.join(" ", wrong)).isEqualTo(422);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
        }
    }

    @Test
    void itSpeaksItalian() {
        assertThat(site.inItalian().page("/exports").text())
                .contains("Scarica", "Quali eventi", "Il verificatore offline")
                .doesNotContain("Download");
    }
}
