package org.consentledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Replays as people start them and look at them. */
class ReplayPagesTest {

    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh();

    private static QueryService service;
    private static ReplayUnderTest replays;
    private static Site site;

    @BeforeAll
    static void start() {
        service = QueryService.on(DATABASE);
        replays = new ReplayUnderTest(service);
        site = Site.of(service);
        service.recorder().record(Facts.notice("2016-10", "2016-10-01", false), Facts.recipient("mailing-house"));
        for (var i = 0; i < 30; i++) {
            service.recorder().record(Facts.given("planted-" + i, "business-notices", "2016-11-02"));
        }
        service.recorder()
                .record(
                        Facts.revoked("planted-0", "business-notices", "2016-11-05"),
                        Facts.objected("planted-0", "interest-ads", "2016-11-02"),
                        Facts.permitted("planted-0", "mailing-house", "2016-11-03"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** As another node that runs one: replays wait as long as it is open. */
    private static Connection turn() throws SQLException {
        var connection = DATABASE.dataSource(DatabaseRole.READER).getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(ReplayLifeTest.TURN);
        }
        return connection;
    }

    private static String started(String... fields) {
        var answer = site.post("/replays", fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        var path = answer.header("Location").replaceFirst("^https?://[^/]+", "");
        assertThat(path).matches("/replays/[0-9a-f-]{36}");
        return path;
    }

    private static String done(String... fields) {
        var path = started(fields);
        assertThat(replays.ended("/v1" + path).get("state").asString()).isEqualTo("DONE");
        return path;
    }

    @Test
    void oneThatFoundNothingWrongSaysSo() {
        var page = site.page(done("of", "EVERYTHING", "until", "NOW", "subject", "", "position", ""));

        assertThat(page.select("h1").text()).isEqualTo("Replay: everything");
        assertThat(Site.texts(page, ".verdict")).isEqualTo("Yes, verified\nYes, no difference");
        assertThat(page.select(".answer.good")).hasSize(2);
        assertThat(page.select(".answer").first().text())
                .contains("Checked against the checkpoint over 35 events", "Its root", "Events verified 35");
        assertThat(Site.texts(page, "#state ~ table thead")).contains("Purpose given revoked");
        assertThat(Site.texts(page, "#state ~ table tbody"))
                .contains("business-notices 29 1", "interest-ads 1", "asked for before permitted 1");
        assertThat(page.select(".difference")).isEmpty();
        assertThat(page.select(".course")).isEmpty();
    }

    @Test
    void whatWasPlantedIsNamedWithBothValues() throws SQLException {
        var database = LedgerDatabase.fresh();
        try (var other = QueryService.on(database)) {
            other.recorder().record(Facts.notice("2016-10", "2016-10-01", false));
            for (var i = 0; i < 30; i++) {
                other.recorder().record(Facts.given("planted-wrong-" + i, "business-notices", "2016-11-02"));
            }
            other.get("/v1/subjects/planted-wrong-0/consents");
            other.jdbc()
                    .sql("UPDATE projection.consent_fact SET form = 'WRITTEN' WHERE position < 25")
                    .update();
            other.jdbc()
                    .sql("DELETE FROM projection.consent_fact WHERE position = 30")
                    .update();
            var there = Site.of(other);
            var replay = new ReplayUnderTest(other)
                    .done("{\"of\":\"EVERYTHING\"}")
                    .get("id")
                    .asString();

            var page = there.page("/replays/" + replay);
            var next = page.select("a[rel=next]").attr("href");
            var rest = there.page(next);

            assertThat(Site.texts(page, ".answer.bad .verdict")).isEqualTo("No, in 25 rows");
            assertThat(page.select(".difference")).hasSize(20);
            var first = page.select(".difference").first();
            assertThat(first.select("h3").text()).isEqualTo("Row differs in consent_fact, position 1");
            assertThat(first.select("tbody tr").text()).isEqualTo("form EXPLICIT WRITTEN");
            assertThat(first.select("a").eachAttr("href"))
                    .contains("/subjects/" + Facts.id("planted-wrong-0"), "/events?order=OLDEST&after=0");
            assertThat(next).isEqualTo("/replays/" + replay + "?after=20#differences");
            assertThat(rest.select(".difference")).hasSize(5);
            var missing = rest.select(".difference").last();
            assertThat(missing.select("h3").text()).isEqualTo("Row is missing in consent_fact, position 30");
            assertThat(missing.select("tbody tr").text()).contains("purpose business-notices no such row");
            there.assertLinksLead(rest);
        }
    }

    @Test
    void whomDifferencesNameIsEntered() {
        // see AccessLogTest for what a page is entered as
        var replay = done("of", "SUBJECT", "subject", "planted-0", "until", "POSITION", "position", "34");
        var page = site.page(replay);

        assertThat(page.select("h1").text()).startsWith("Replay: one subject s-");
        assertThat(Site.texts(page, "#state ~ table tbody")).contains("business-notices revoked", "interest-ads 1");
        assertThat(service.jdbc()
                        .sql("SELECT DISTINCT what FROM access.entry WHERE subject_id = ? ORDER BY what")
                        .param(Facts.id("planted-0").value())
                        .query(String.class)
                        .list())
                .contains("startReplay", "replay");
    }

    @Test
    void whatWasRebuiltIsDownloaded() {
        var replay = done("of", "RECIPIENT", "recipient", "mailing-house", "until", "NOW");
        var page = site.page(replay);

        assertThat(page.select(".files a").eachAttr("href"))
                .containsExactly(
                        replay + "/results/consents?as=JSON",
                        replay + "/results/consents?as=CSV",
                        replay + "/results/objections?as=JSON",
                        replay + "/results/objections?as=CSV",
                        replay + "/results/transfers?as=JSON",
                        replay + "/results/transfers?as=CSV",
                        replay + "/results/differences?as=JSON",
                        replay + "/results/differences?as=CSV");
        site.assertLinksLead(page);
        var json = site.get(replay + "/results/transfers?as=JSON");
        var csv = site.get(replay + "/results/transfers?as=CSV");
        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(json.header("Content-Disposition")).contains("attachment", "-transfers.json");
        assertThat(json.header("Cache-Control")).isEqualTo("no-store");
        assertThat(json.json().get("transfers")).hasSize(1);
        assertThat(json.body())
                .isEqualTo(service.ask("/v1" + replay + "/transfers").body());
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body())
                .isEqualTo(service.ask("/v1" + replay + "/transfers", "Accept", "text/csv")
                        .body());
        site.problem(replay + "/results/nothing?as=CSV", 404);
        site.problem(replay + "/results/transfers?as=PDF", 422);
    }

    @Test
    void oneThatWaitsCanBeFollowedAndCancelled() throws SQLException {
        try (var _ = turn()) {
            var first = started("of", "EVERYTHING");
            var second = started("of", "EVERYTHING", "until", "MOMENT", "recordedBy", "2016-11-02T10:15");

            var page = site.page(second);
            assertThat(page.select(".course .state").text()).isEqualTo("waiting");
            assertThat(page.select(".course").text()).contains("One replay goes first");
            assertThat(page.select(".course").attr("data-progress")).isEqualTo("/v1" + second + "/progress");
            assertThat(page.select(".course progress").attr("aria-label")).isEqualTo("Progress");
            assertThat(page.select("[aria-live=polite]")).hasSize(1);
            assertThat(site.page("/replays").select("#list").attr("hx-trigger")).isEqualTo("every 3s");
            for (var path : new String[] {first, second}) {
                var cancelled = site.post(path + "/cancel");
                assertThat(cancelled.status()).isEqualTo(303);
                assertThat(cancelled.header("Location")).endsWith(path);
                assertThat(site.page(path).select(".note.warn").text()).startsWith("Cancelled on");
            }
            assertThat(site.page("/replays").select("#list").hasAttr("hx-trigger"))
                    .isFalse();
        }
    }

    @Test
    void whoCancelsTooLateLosesNothingAndWhoRemovesLosesIt() {
        var replay = done("of", "EVERYTHING");

        assertThat(site.post(replay + "/cancel").status()).isEqualTo(303);
        assertThat(Site.texts(site.page(replay), ".verdict")).contains("Yes, verified");
        assertThat(site.post(replay + "/remove").header("Location")).endsWith("/replays");
        site.problem(replay, 404);
        assertThat(site.post(replay + "/cancel").status()).isEqualTo(404);
    }

    @Test
    void aPartReplacesWhatIsThere() {
        var replay = done("of", "EVERYTHING");

        var part = site.with("HX-Request", "true").get(replay);
        var list = site.with("HX-Request", "true").get("/replays");

        assertThat(part.body()).startsWith("<div id=\"replay\"").contains("Yes, verified");
        assertThat(list.body()).startsWith("<div id=\"list\"").contains(replay);
    }

    @Test
    void theFormIsFilledInForWhomeverALinkNames() {
        var id = Facts.id("planted-0").value();

        var page = site.page("/replays?subjectId=" + id);

        assertThat(page.select("#of-SUBJECT").hasAttr("checked")).isTrue();
        assertThat(page.select("#subject-id").val()).isEqualTo(id);
        assertThat(page.select("#recipients option").eachAttr("value")).containsExactly("mailing-house");
        assertThat(page.select(".menu a[aria-current=page]").attr("href")).isEqualTo("/replays");
        site.assertLinksLead(page);
        assertThat(site.page("/subjects/" + id).select(".ways a").eachAttr("href"))
                .contains("/replays?subjectId=" + id);
    }

    @Test
    void whatIsWrongIsSaid() {
        for (var wrong : new String[][] {
            {"of", "SUBJECT"},
            {
                "of",
                "SUBJECT",
                "subject",
                "planted-0",
                "subjectId",
                Facts.id("planted-0").value()
            },
            {"of", "RECIPIENT"},
            {"of", "EVERYTHING", "until", "POSITION"},
            {"of", "EVERYTHING", "until", "MOMENT", "recordedBy", "yesterday"},
            {"of", "EVERYTHING", "until", "POSITION", "position", "1000"},
            {"of", "NOTHING"}
        }) {
            var answer = site.post("/replays", wrong);
            assertThat(answer.status()).as(String.join(" ", wrong)).isEqualTo(422);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
        }
    }

    @Test
    void itSpeaksItalian() {
        var page = site.inItalian().page(done("of", "EVERYTHING"));

        assertThat(page.select("h1").text()).isEqualTo("Riesecuzione: tutto");
        assertThat(Site.texts(page, ".verdict")).isEqualTo("Sì, verificato\nSì, nessuna differenza");
        assertThat(page.text())
                .contains("dato revocato", "checkpoint su 35 eventi")
                .doesNotContain("Purpose");
        assertThat(site.inItalian().page("/replays").text()).contains("Avvia la riesecuzione", "conclusa");
    }
}
