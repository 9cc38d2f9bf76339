package org.consentledger.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The overview, what ends soon, and the reports that are handed out, as an auditor goes through them. */
@ExtendWith(AtTheDesk.class)
class ReportPagesTest {

    /** Beside the pictures of pages, for whoever looks at those. */
    private static final Path KEPT = Path.of("target", "reports");

    @Test
    void a_period_is_drawn_and_told_in_numbers(Desk desk, Visitor visitor) {
        ReportedYear.on(desk);
        var page = visitor.open("/");
        link(page, "Overview").first().click();

        assertThat(page.locator("h1")).hasText("Consents and transfers");
        assertThat(page.locator(".purpose-card h3").allTextContents()).contains("year-letters", "year-offers");
        visitor.everyLook("overview");

        page.locator("#bucket").selectOption("MONTH");
        button(page, "Show").click();
        assertThat(page).hasURL(Pattern.compile(".*/overview\\?from=[-0-9]+&to=[-0-9]+&bucket=MONTH"));
        assertThat(page.locator(".lead")).containsText("by month");
        for (var summary : page.locator(".numbers summary").all()) {
            summary.click();
        }
        assertThat(page.locator(".purpose-card table").first()).isVisible();
        visitor.everyLook("overview-numbers");
    }

    @Test
    void the_overview_can_be_taken_along(Desk desk, Visitor visitor) throws IOException {
        ReportedYear.on(desk);
        var page = visitor.open("/overview");

        var pdf = page.waitForDownload(() -> link(page, "Report (PDF)").click());
        var csv = page.waitForDownload(() -> link(page, "All figures (CSV)").click());

        assertThat(read(pdf, "overview.pdf")).startsWith("%PDF-");
        assertThat(read(csv, "overview.csv"))
                .startsWith("table,key,from,to,figure,value")
                .contains("year-letters");
    }

    @Test
    void what_ends_soon_leads_to_whom_it_concerns(Desk desk, Visitor visitor) {
        ReportedYear.on(desk);
        var page = visitor.open("/expiring");

        assertThat(page.locator("h1")).hasText("What ends in the next 90 days");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("contract 2024/7")))
                .containsText("in 40 days");
        visitor.everyLook("expiring");
        page.locator("#days").fill("25");
        button(page, "Show").click();
        assertThat(page.locator("h1")).hasText("What ends in the next 25 days");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("contract 2024/7")))
                .hasCount(0);
        page.locator("#consents tbody th a").first().click();
        assertThat(page.locator("h1")).containsText("planted-reported-");
    }

    @Test
    void a_subjects_report_is_looked_at_and_handed_out(Desk desk, Visitor visitor) throws IOException {
        ReportedYear.on(desk);
        var page = visitor.open("/");
        page.locator("input[name=reference]").first().fill(ReportedYear.ANNA);
        page.locator("input[name=reference]").first().press("Enter");
        link(page, "Report to hand out").click();

        assertThat(page.locator("h1")).hasText("Report on a person's data");
        assertThat(page.locator(".report")).containsText("Stamperia Perché & Figli");
        assertThat(page.url()).doesNotContain("planted-");
        visitor.everyLook("subject-report");
        var pdf = page.waitForDownload(() -> link(page, "Save as PDF").click());
        var json = page.waitForDownload(() -> link(page, "Save as JSON").click());
        assertThat(read(pdf, "subject-en.pdf")).startsWith("%PDF-");
        assertThat(read(json, "subject.json")).contains("\"subject\":\"" + ReportedYear.ANNA + "\"");
        assertThat(pdf.suggestedFilename()).isEqualTo("report-subject.pdf");
    }

    @Test
    void it_is_handed_out_in_italian(Desk desk) throws IOException {
        ReportedYear.on(desk);
        try (var visitor = Visitor.auditorInItalian(desk)) {
            var page = visitor.open("/");
            page.locator("input[name=reference]").first().fill(ReportedYear.ANNA);
            page.locator("input[name=reference]").first().press("Enter");
            link(page, "Rapporto da consegnare").click();

            assertThat(page.locator("h1")).hasText("Rapporto sui dati di una persona");
            visitor.axe().fits().screenshot("subject-report-it");
            var pdf = page.waitForDownload(() -> link(page, "Salva in PDF").click());
            assertThat(read(pdf, "subject-it.pdf")).startsWith("%PDF-");
            visitor.open("/overview");
            visitor.axe().fits().screenshot("overview-it");
            visitor.open("/expiring");
            visitor.axe().fits().screenshot("expiring-it");
        }
    }

    @Test
    void of_somebody_erased_the_pseudonym_has_a_report(Desk desk, Visitor visitor) throws IOException {
        var page = visitor.open("/subjects/" + ReportedYear.on(desk).erased() + "/report");

        assertThat(page.locator(".report .erased")).isVisible();
        assertThat(page.locator("body")).not().containsText(ReportedYear.ERASED);
        visitor.everyLook("subject-report-erased");
        var pdf = page.waitForDownload(() -> link(page, "Save as PDF").click());
        assertThat(read(pdf, "subject-erased.pdf")).startsWith("%PDF-");
    }

    @Test
    void a_recipients_report_is_about_a_period(Desk desk, Visitor visitor) throws IOException {
        ReportedYear.on(desk);
        var page = visitor.open("/recipients/year-cloud");
        link(page, "Report on a period").click();

        assertThat(page.locator("h1")).hasText("What Year Cloud, Inc. received");
        page.locator("#bucket").selectOption("MONTH");
        button(page, "Show").click();
        visitor.everyLook("recipient-report");
        var pdf = page.waitForDownload(() -> link(page, "Save as PDF").click());
        assertThat(read(pdf, "recipient.pdf")).startsWith("%PDF-");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static String read(Download download, String name) throws IOException {
        download.saveAs(KEPT.resolve(name));
        return Files.readString(KEPT.resolve(name), StandardCharsets.ISO_8859_1);
    }
}
