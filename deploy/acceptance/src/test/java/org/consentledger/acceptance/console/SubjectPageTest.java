package org.consentledger.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A subject's page, as an auditor finds and moves it. */
@ExtendWith(AtTheDesk.class)
class SubjectPageTest {

    private static final Pattern OF_A_SUBJECT = Pattern.compile(".*/subjects/s-[0-9a-f]{32}");
    private static final long FIRST_VIEW_MAX = 200 * 1024;

    /** Through the search, as nobody knows a pseudonym by heart. */
    private static Page found(Visitor visitor, String subject) {
        var page = visitor.open("/");
        page.locator("#home-search").fill(subject);
        page.locator(".hero button").click();
        assertThat(page).hasURL(OF_A_SUBJECT);
        return page;
    }

    @Test
    void a_reference_leads_to_a_page_whose_address_does_not_hold_it(Desk desk, Visitor visitor) {
        Story.on(desk).of("planted-at-the-desk");

        var page = found(visitor, "planted-at-the-desk");

        assertThat(page.locator("h1")).hasText("planted-at-the-desk");
        assertThat(page.locator("svg a.bar")).hasCount(3);
        assertThat(page.locator("svg a.mark")).hasCount(4);
        visitor.everyLook("subject");
    }

    @Test
    void the_evidence_shows_to_whoever_points_or_walks_there(Desk desk, Visitor visitor) {
        Story.on(desk).of("planted-pointed-at");
        var page = found(visitor, "planted-pointed-at");
        var panel = page.locator(".panel");

        page.locator("a.bar.given").hover();
        assertThat(panel).containsText("desk-letters: given from 2 Nov 2016 to 1 Dec 2016");
        assertThat(panel).containsText("printed form, in writing");
        assertThat(panel).containsText("fair-stand");

        page.locator("a.mark.refused").focus();
        assertThat(panel).containsText("transfer to desk-mailer, refused, 10 Dec 2016");
        visitor.axe();

        page.locator(".skip-picture").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*#consents"));
    }

    @Test
    void both_clocks_move_by_the_keyboard_and_keep_the_focus(Desk desk, Visitor visitor) {
        Story.on(desk).of("planted-moved");
        var page = found(visitor, "planted-moved");
        var row = page.locator("#consents + table tbody tr").first();
        assertThat(row).containsText("revoked");

        page.locator("#as-of").fill("2016-11-15T00:00:00Z");
        page.keyboard().press("Enter");
        assertThat(row).containsText("given");
        assertThat(page.locator("#as-of")).isFocused();

        page.locator("#known-at-slider").focus();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");
        // the form was still in the post
        assertThat(row).containsText("not given");
        assertThat(page.locator("a.bar.given")).hasCount(0);
        assertThat(page.locator("#known-at-slider")).isFocused();
        assertThat(page.locator("#known-at-slider"))
                .hasAttribute("aria-valuetext", Pattern.compile("up to position [0-9]+, .* UTC"));
        visitor.axe().screenshot("subject-as-known-before");

        page.keyboard().press("End");
        assertThat(row).containsText("given");
        page.locator("#as-of-slider").focus();
        page.keyboard().press("End");
        assertThat(row).containsText("revoked");
        assertThat(page.locator("#as-of-slider")).isFocused();
    }

    @Test
    void what_cannot_be_read_is_said_beside_the_page(Desk desk, Visitor visitor) {
        Story.on(desk).of("planted-mistyped");
        visitor.expecting(422);
        var page = found(visitor, "planted-mistyped");

        page.locator("#as-of").fill("yesterday");
        page.keyboard().press("Enter");

        assertThat(page.locator("#problem")).containsText("must be an RFC 3339 time");
        assertThat(page.locator("svg a.bar")).hasCount(3);
        visitor.axe();
        page.locator("#as-of").fill("");
        page.keyboard().press("Enter");
        assertThat(page.locator("#problem")).isEmpty();
    }

    @Test
    void it_speaks_italian(Desk desk) {
        Story.on(desk).of("planted-in-italian");
        try (var visitor = Visitor.auditorInItalian(desk)) {
            var page = found(visitor, "planted-in-italian");

            assertThat(page.locator("a.bar.given").getAttribute("aria-label"))
                    .startsWith("desk-letters: dato dal 2 nov 2016");
            visitor.everyLook("subject-it");
        }
    }

    @Test
    void the_first_view_is_small(Desk desk, Visitor visitor) {
        Story.on(desk).of("planted-small");
        var path = found(visitor, "planted-small").url().replace(desk.at("/"), "/");

        assertThat(visitor.firstViewBytes(path)).isPositive().isLessThan(FIRST_VIEW_MAX);
    }

    @Test
    void who_is_not_there_is_not_found(Visitor visitor) {
        visitor.expecting(404);
        var page = visitor.open("/");
        page.locator("#home-search").fill("nobody-of-that-name");
        page.locator(".hero button").click();

        assertThat(page.locator("h1")).hasText("Nothing was found");
        visitor.everyLook("nothing-found");
    }
}
