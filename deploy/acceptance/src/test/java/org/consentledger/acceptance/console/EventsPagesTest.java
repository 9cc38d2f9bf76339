package org.consentledger.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consentledger.log.note.SigningKey;
import org.consentledger.verifier.Verifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An auditor reads the events one by one, and takes some of them away to check them elsewhere. */
@ExtendWith(AtTheDesk.class)
class EventsPagesTest {

    private static final String SUBJECT = "planted-read-at-the-desk";
    private static final String HOUSE = "read-house";

    @TempDir
    private Path folder;

    @BeforeAll
    static void somethingToRead(Desk desk) {
        recorded(
                desk,
                "register-recipient",
                Map.of("recipient", HOUSE, "name", "Read House", "class", "SUB_SUPPLIER", "country", "IT"));
        recorded(
                desk,
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
        for (var day = 1; day <= 27; day++) {
            recorded(
                    desk,
                    "record-transfer",
                    Map.of(
                            "subject",
                            SUBJECT,
                            "recipient",
                            HOUSE,
                            "purpose",
                            "interest-ads",
                            "dataCategories",
                            List.of("contact"),
                            "intent",
                            "REPORT",
                            "occurredAt",
                            "2016-12-%02dT09:00:00Z".formatted(day)));
        }
    }

    private static void recorded(Desk desk, String command, Map<String, ?> body) {
        var answer = desk.ledger().send(command, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    @Test
    void each_opens_and_shows_what_was_recorded(Visitor visitor) {
        var page = visitor.open("/events");
        visitor.everyLook("events");
        page.getByLabel("Kind of event").selectOption("TransferReported");
        page.getByLabel("Recipient", new Page.GetByLabelOptions().setExact(true))
                .fill(HOUSE);
        press(page, "Apply");

        assertThat(page.locator(".events > li")).hasCount(25);
        page.getByText("Older events").click();
        assertThat(page.locator(".events > li")).hasCount(2);
        var first = page.locator(".events details").first();
        first.locator("summary").focus();
        page.keyboard().press("Enter");
        assertThat(first).hasAttribute("open", "");
        assertThat(first.locator(".members")).containsText("interest-ads");
        visitor.everyLook("events-open");

        first.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Receipt"))
                .click();
        assertThat(page.locator("h1")).isVisible();
    }

    @Test
    void a_subject_is_looked_for_by_a_reference_that_stands_in_no_address(Visitor visitor) {
        var page = visitor.open("/events?order=OLDEST");
        page.getByLabel("Only one subject, by reference").fill(SUBJECT);
        press(page, "Show");

        assertThat(page.locator(".event-name").first()).hasText("Processing objected to");
        assertThat(page.locator(".event-about").first()).hasText(SUBJECT);
        assertThat(page.url()).contains("subjectId=s-", "order=OLDEST").doesNotContain(SUBJECT);
        visitor.everyLook("events-of-subject");
    }

    @ParameterizedTest
    @CsvSource({"NDJSON, events.ndjson", "CSV, events.csv"})
    void what_is_taken_away_is_accepted_by_the_verifier(String format, String file, Desk desk, Visitor visitor)
            throws IOException {
        // as far as a checkpoint covers it
        var newest = desk.ledger()
                .ask("/v1/events?recipient=" + HOUSE + "&limit=500")
                .at("/events/27/id")
                .asString();
        assertThat(desk.ledger().raw("/v1/receipts/" + newest)).contains("checkpoint");
        var page = visitor.open("/events?recipient=" + HOUSE);
        page.getByText("Download these with their proofs").click();
        assertThat(page.getByLabel("Recipient", new Page.GetByLabelOptions().setExact(true)))
                .hasValue(HOUSE);
        page.getByText(format, new Page.GetByTextOptions().setExact(true)).click();
        visitor.everyLook("exports-" + format.toLowerCase(Locale.ROOT));

        var download = page.waitForDownload(() -> press(page, "Download"));

        assertThat(download.suggestedFilename()).isEqualTo(file);
        var kept = folder.resolve(file);
        Files.copy(download.path(), kept);
        var key = SigningKey.parse(Files.readString(desk.ledger().database().signingKeyFile()))
                .verification()
                .toString();
        var out = new StringWriter();
        var code = Verifier.run(
                new PrintWriter(out, true), new PrintWriter(out, true), "slice", "--key", key, kept.toString());
        assertThat(out.toString()).contains("verified: 28 events");
        assertThat(code).isZero();
    }

    @Test
    void they_speak_italian(Desk desk) {
        try (var visitor = Visitor.auditorInItalian(desk)) {
            visitor.open("/events?recipient=" + HOUSE).locator("summary").nth(2).click();
            visitor.everyLook("events-it");
            visitor.open("/exports");
            visitor.everyLook("exports-it");
        }
    }
}
