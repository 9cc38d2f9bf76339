package org.consentledger.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.AriaRole;
import org.consentledger.standalone.token.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AtTheDesk.class)
class SignInTest {

    private static final long FIRST_VIEW_MAX = 200 * 1024;

    @Test
    void an_auditor_signs_in_and_finds_what_they_wanted(Desk desk) {
        try (var visitor = Visitor.unknown(desk)) {
            var page = visitor.open("/?x=1");
            assertThat(page).hasURL(desk.at("/sign-in?to=%2F%3Fx%3D1"));
            visitor.everyLook("sign-in");
            visitor.open("/");
            visitor.statePurpose();
            visitor.everyLook("sign-in-at-the-issuer");

            visitor.password(Role.AUDITOR, desk.password(Role.AUDITOR));

            assertThat(page).hasURL(desk.at("/"));
            assertThat(page.locator(".account-name")).hasText("auditor");
            assertThat(page.locator(".purpose-text")).hasText(Desk.PURPOSE);
        }
    }

    @Test
    void it_can_be_done_with_the_keyboard_alone(Desk desk) {
        try (var visitor = Visitor.unknown(desk)) {
            visitor.open("/");
            assertThat(visitor.tabStops()).containsSubsequence("Skip to content", "Purpose of access", "Sign in");

            var page = visitor.open("/");
            page.locator("#purpose").focus();
            page.keyboard().type(Desk.PURPOSE);
            page.keyboard().press("Enter");
            assertThat(page.locator("#username")).isFocused();
            page.keyboard().type("auditor");
            page.keyboard().press("Tab");
            page.keyboard().type(desk.password(Role.AUDITOR));
            page.keyboard().press("Enter");

            assertThat(page).hasURL(desk.at("/"));
        }
    }

    @Test
    void a_wrong_password_gets_nobody_in_and_says_so(Desk desk) {
        try (var visitor = Visitor.unknown(desk)) {
            visitor.open("/");
            visitor.statePurpose();

            visitor.password(Role.AUDITOR, "wrong");

            assertThat(visitor.page().getByRole(AriaRole.ALERT))
                    .hasText("There is nobody of that name and that password.");
            visitor.axe().screenshot("sign-in-wrong-password");
            visitor.password(Role.AUDITOR, desk.password(Role.AUDITOR));
            assertThat(visitor.page()).hasURL(desk.at("/"));
        }
    }

    @Test
    void whoever_may_not_read_signs_in_and_is_told_so(Desk desk) {
        try (var visitor = Visitor.unknown(desk).expecting(403)) {
            visitor.open("/");
            visitor.statePurpose();

            visitor.password(Role.OPERATOR, desk.password(Role.OPERATOR));

            assertThat(visitor.page().locator(".kicker code")).hasText("INSUFFICIENT_SCOPE");
            visitor.everyLook("not-permitted");
        }
    }

    @Test
    void who_signs_out_is_out_and_so_at_the_issuer(Desk desk) {
        try (var visitor = Visitor.unknown(desk)) {
            visitor.signIn(Role.AUDITOR);
            var page = visitor.page();
            page.locator("details.account summary").click();

            page.locator("form[action='/sign-out'] button").click();

            assertThat(page).hasURL(desk.at("/sign-in"));
            visitor.open("/");
            // asked for a password again
            visitor.statePurpose();
            assertThat(page.locator("#password")).isVisible();
        }
    }

    @Test
    void when_the_token_ends_nobody_has_to_type_anything(Desk desk) {
        try (var visitor = Visitor.unknown(desk)) {
            visitor.signIn(Role.AUDITOR);
            visitor.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("ledger-token"));

            visitor.open("/");

            assertThat(visitor.page()).hasURL(desk.at("/"));
            assertThat(visitor.page().locator(".account-name")).hasText("auditor");
        }
    }

    @Test
    void when_the_session_at_the_issuer_has_ended_too_they_sign_in_again(Desk desk) {
        try (var visitor = Visitor.unknown(desk)) {
            visitor.signIn(Role.AUDITOR);
            visitor.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("ledger-token"));
            visitor.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("issuer-session"));

            visitor.open("/");

            assertThat(visitor.page()).hasURL(desk.issuer() + "/sign-in");
        }
    }

    @Test
    void the_purpose_can_be_changed_on_every_page(Visitor visitor) {
        var page = visitor.open("/");
        page.locator("details.purpose summary").click();
        page.locator("#purpose-field").fill("case 13");

        page.locator("form[action='/sign-in/purpose'] button").click();

        assertThat(page.locator(".purpose-text")).hasText("case 13");
    }

    @Test
    void it_speaks_italian_all_the_way(Desk desk) {
        try (var visitor = Visitor.unknownItalian(desk)) {
            var page = visitor.open("/");
            assertThat(page.locator("html")).hasAttribute("lang", "it");
            assertThat(page.locator("h1")).hasText("Accedi alla console");
            visitor.everyLook("sign-in-it");
            visitor.statePurpose();
            assertThat(page.locator("h1")).hasText("Accedi al registro dei consensi");
            visitor.axe();

            visitor.password(Role.AUDITOR, desk.password(Role.AUDITOR));

            assertThat(page.locator("html")).hasAttribute("lang", "it");
            visitor.everyLook("home-it");
        }
    }

    @Test
    void the_first_view_is_small(Visitor visitor) {
        assertThat(visitor.firstViewBytes("/")).isPositive().isLessThan(FIRST_VIEW_MAX);
    }

    @Test
    void the_start_page_looks_well_from_every_side(Visitor visitor) {
        visitor.open("/");

        visitor.everyLook("home");
    }
}
