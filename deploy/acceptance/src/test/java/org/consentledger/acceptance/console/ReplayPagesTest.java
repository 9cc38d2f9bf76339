package org.consentledger.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.ledger.start.DatabaseRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An auditor starts a replay, watches it, and reads what it found. */
@ExtendWith(AtTheDesk.class)
class ReplayPagesTest {

    private static final String SUBJECT = "planted-replayed-at-the-desk";
    private static final String TURN = "SELECT pg_advisory_lock(27988542867467895)";
    private static final LocatorAssertions.IsVisibleOptions IN_TIME =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    private static JdbcClient administrator;

    @BeforeAll
    static void somebodyObjects(Desk desk) {
        administrator = JdbcClient.create(desk.ledger().database().administrator());
        var answer = desk.ledger()
                .send(
                        "object-to-processing",
                        Map.of(
                                "subject",
                                SUBJECT,
                                "purposes",
                                List.of("interest-ads", "profiling"),
                                "channel",
                                "EMAIL",
                                "giver",
                                Map.of("kind", "SUBJECT"),
                                "objectedAt",
                                "2016-12-01T08:00:00Z"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(desk.ledger().ask("/v1/subjects/" + SUBJECT + "/consents").status())
                .isEqualTo(200);
    }

    /** As another node that runs one: replays wait as long as it is open. */
    private static Connection turn(Desk desk) throws SQLException {
        var connection =
                desk.ledger().database().dataSource(DatabaseRole.READER).getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(TURN);
        }
        return connection;
    }

    private static void start(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start the replay"))
                .click();
        page.waitForURL("**/replays/*-*");
    }

    private static UUID id(Page page) {
        return UUID.fromString(page.url().replaceAll(".*/", ""));
    }

    /** As the node says that runs it. */
    private static void comesAlong(UUID id, String phase, double share, long read) {
        assertThat(administrator.sql("""
                UPDATE replay.replay
                   SET state = 'RUNNING', phase = ?, started_at = coalesce(started_at, clock_timestamp() - interval '95 seconds'),
                       share_done = ?, events_read = ?, events_total = 1200000, events_per_second = 14210, position = ? - 1
                 WHERE id = ?
                """).params(phase, share, read, read, id).update())
                .isEqualTo(1);
    }

    @Test
    void it_is_watched_without_reloading_until_it_says_what_it_found(Desk desk, Visitor visitor) throws SQLException {
        var page = visitor.open("/replays");
        visitor.everyLook("replays-start");
        try (var _ = turn(desk)) {
            start(page);
            page.evaluate("() => { window.stayed = true; }");
            assertThat(page.locator(".course .state")).hasText("waiting");
            visitor.everyLook("replay-waiting");
        }

        assertThat(page.getByText("Yes, verified")).isVisible(IN_TIME);
        assertThat(page.locator("#said")).hasText("The replay has ended: done. What it found is below.");
        assertThat((Boolean) page.evaluate("() => window.stayed === true")).isTrue();
        assertThat(page.getByText("Yes, no difference")).isVisible();
        visitor.everyLook("replay-verified");
    }

    @Test
    void its_progress_is_shown_as_it_goes_and_told_now_and_then(Desk desk, Visitor visitor) throws SQLException {
        var page = visitor.open("/replays");
        try (var _ = turn(desk)) {
            start(page);
            comesAlong(id(page), "READING", 0.41, 656_000);
            assertThat(page.locator("[data-of=percent]")).hasText("41 %");
            assertThat(page.locator("[data-of=eventsRead]")).hasText("656,000");
            assertThat(page.locator("[data-of=eventsPerSecond]")).hasText("14,210");
            assertThat(page.locator("[data-of=secondsLeft]")).containsText("min");
            assertThat(page.locator("#said")).hasText("Reading the events and checking their hashes");
            visitor.everyLook("replay-running");
            assertThat(page.locator("[data-of=percent]")).hasText("41 %");
            comesAlong(id(page), "READING", 0.43, 690_000);
            assertThat(page.locator("[data-of=percent]")).hasText("43 %");
            // two percent are nothing to interrupt anybody for
            assertThat(page.locator("#said")).hasText("Reading the events and checking their hashes");
            comesAlong(id(page), "READING", 0.55, 880_000);
            assertThat(page.locator("#said")).containsText("55 percent done, about");
            visitor.open("/replays");
            assertThat(page.locator("#list progress")).hasAttribute("value", "55");
            visitor.everyLook("replays-running");
            page.locator("#list a").first().click();
            assertThat(page.locator(".course")).isVisible();
        }

        // nobody runs it any more
        assertThat(page.locator(".note.bad")).isVisible(IN_TIME);
        assertThat(page.locator(".note.bad")).containsText("the node that ran it was stopped the hard way");
        visitor.everyLook("replay-failed");
    }

    @Test
    void it_can_be_cancelled(Desk desk, Visitor visitor) throws SQLException {
        var page = visitor.open("/replays");
        try (var _ = turn(desk)) {
            start(page);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel the replay"))
                    .click();
            assertThat(page.locator(".note.warn")).containsText("Cancelled on");
        }
    }

    @Test
    void what_somebody_did_to_a_table_is_named_with_both_values_and_taken_away(Desk desk, Visitor visitor)
            throws IOException {
        administrator
                .sql("UPDATE projection.objection_fact SET purpose = 'something-else' WHERE purpose = 'profiling'")
                .update();
        try {
            var page = visitor.open("/replays");
            page.getByText("One subject").click();
            page.getByLabel("Reference of the subject").fill(SUBJECT);
            visitor.everyLook("replays-subject");
            start(page);

            assertThat(page.getByText("No, in 1 row")).isVisible(IN_TIME);
            assertThat(page.locator(".difference h3")).containsText("Row differs");
            assertThat(page.locator(".difference tbody tr")).hasText("purpose profiling something-else");
            assertThat(page.url()).doesNotContain(SUBJECT);
            visitor.everyLook("replay-differences");

            var json = page.waitForDownload(() -> page.getByRole(
                            AriaRole.LINK, new Page.GetByRoleOptions().setName("Every difference, as JSON"))
                    .click());
            assertThat(json.suggestedFilename()).endsWith("-differences.json");
            assertThat(Files.readString(json.path())).contains("\"profiling\"", "\"something-else\"");
            var csv = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Every difference, as CSV"))
                            .click());
            assertThat(csv.suggestedFilename()).endsWith("-differences.csv");

            page.getByText("See the event").click();
            assertThat(page.locator(".event-name").first()).hasText("Processing objected to");
        } finally {
            administrator
                    .sql("UPDATE projection.objection_fact SET purpose = 'profiling' WHERE purpose = 'something-else'")
                    .update();
        }
    }

    @Test
    void the_form_asks_for_what_the_choice_needs_and_the_keyboard_suffices(Visitor visitor) {
        var page = visitor.open("/replays");
        assertThat(page.locator("#recipient")).isHidden();
        page.locator("#of-EVERYTHING").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#recipient")).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.locator("#recipient")).isFocused();

        page.keyboard().press("Enter");

        // not sent without it
        assertThat(page.url()).endsWith("/replays");
        assertThat((Boolean) page.evaluate("() => document.querySelector('#recipient').validity.valueMissing"))
                .isTrue();
    }

    @Test
    void it_speaks_italian(Desk desk) {
        try (var visitor = Visitor.auditorInItalian(desk)) {
            var page = visitor.open("/replays");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Avvia la riesecuzione"))
                    .click();
            assertThat(page.getByText("Sì, verificato")).isVisible(IN_TIME);
            visitor.everyLook("replay-it");
            visitor.open("/replays");
            visitor.everyLook("replays-it");
        }
    }
}
