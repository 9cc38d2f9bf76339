package org.consentledger.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Recipients, notices and the access log, as an auditor goes through them. */
@ExtendWith(AtTheDesk.class)
class CataloguePagesTest {

    @Test
    void recipients_are_listed_with_what_covers_them(Desk desk, Visitor visitor) {
        Story.on(desk).of("planted-listed");

        var page = visitor.open("/recipients");

        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Cloud at the desk")))
                .containsText("standard contractual clauses: ran out on 1 Jan 2020");
        visitor.everyLook("recipients");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cloud at the desk"))
                .click();
        assertThat(page.locator("h1")).hasText("Cloud at the desk");
    }

    @Test
    void transfers_are_filtered_drawn_and_counted(Desk desk, Visitor visitor) {
        Story.on(desk).of("planted-filtered");
        var page = visitor.open("/recipients/desk-mailer");
        assertThat(page.locator("svg rect.part.permitted")).not().hasCount(0);
        visitor.everyLook("recipient");

        page.locator("#verdict").selectOption("REFUSED");
        page.locator("#from").fill("2016-12-01");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply"))
                .click();

        var states = page.locator("#transfers .state");
        assertThat(states).not().hasCount(0);
        assertThat(states.allTextContents()).containsOnly("refused");
        page.locator(".numbers summary").click();
        assertThat(page.locator(".numbers tbody tr")).hasCount(1);

        page.locator("#subject").fill("planted-filtered");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/recipients/desk-mailer\\?subjectId=s-[0-9a-f]{32}#transfers"));
        assertThat(page.locator("#transfers table").last().locator("tbody tr")).hasCount(2);
    }

    @Test
    void notices_are_compared_in_plain_words(Desk desk, Visitor visitor) {
        Story.on(desk);
        var page = visitor.open("/notices");
        visitor.everyLook("notices");
        page.locator("section[aria-label=desk] form button").click();

        assertThat(page.locator("h1")).hasText("desk: from v1 to v2");
        assertThat(page.locator(".changed")).containsText(Pattern.compile("consent\\s*→\\s*legitimate interest"));
        visitor.everyLook("notice-comparison");
        visitor.open("/notices/desk/v2").locator("h1");
        visitor.everyLook("notice");
    }

    @Test
    void reading_leaves_a_line_in_the_access_log(Desk desk, Visitor visitor) {
        Story.on(desk).of("planted-watched");
        var page = visitor.open("/");
        page.locator("#home-search").fill("planted-watched");
        page.locator(".hero button").click();
        page.locator(".ways a", new Page.LocatorOptions().setHasText("Who was shown"))
                .click();

        Locator first = page.locator("tbody tr").first();
        assertThat(first).containsText("subjectPage");
        assertThat(first).containsText("auditor");
        assertThat(first).containsText(Desk.PURPOSE);
        visitor.everyLook("accesses");
    }

    @Test
    void they_speak_italian(Desk desk) {
        Story.on(desk).of("planted-tradotta");
        try (var visitor = Visitor.auditorInItalian(desk)) {
            for (var path : new String[] {
                "/recipients", "/recipients/desk-cloud", "/notices", "/notices/desk/compare?from=v1&to=v2", "/accesses"
            }) {
                visitor.open(path);
                assertThat(visitor.page().locator("html")).hasAttribute("lang", "it");
                visitor.axe().fits().screenshot("it" + path.replaceAll("[^a-z0-9]+", "-"));
            }
        }
    }

    @Test
    void an_address_that_leads_nowhere_says_so_in_the_frame(Visitor visitor) {
        visitor.expecting(404);
        var page = visitor.open("/recipients/no-such-recipient");

        assertThat(page.locator("h1")).hasText("There is nothing here");
        assertThat(page.locator(".kicker code")).hasText("RECIPIENT_UNKNOWN");
        visitor.everyLook("problem");
    }
}
