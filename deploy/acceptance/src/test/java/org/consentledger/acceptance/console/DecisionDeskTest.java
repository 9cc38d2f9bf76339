package org.consentledger.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.consentledger.standalone.ReferenceData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** May they get it, why did they, would they today, and what changed: asked in a browser. */
@ExtendWith(AtTheDesk.class)
class DecisionDeskTest {

    private static final String PURPOSE = "business-notices";
    private static final String SUBJECT = "planted-desk-decided";

    private static String permitted;
    private static String refused;
    private static String subjectId;

    @BeforeAll
    static void aConsentAndWhatBecameOfIt(Desk desk) throws Exception {
        assertThat(new ReferenceData(desk.ledger().client()).load()).isEmpty();
        send(
                desk,
                201,
                "give-consent",
                Map.of(
                        "subject",
                        SUBJECT,
                        "notice",
                        "reference",
                        "noticeVersion",
                        "2016-10",
                        "purposes",
                        List.of(PURPOSE, "cross-border-hosting"),
                        "evidence",
                        Map.of("channel", "PRINTED_FORM", "form", "EXPLICIT", "collectedBy", "fair-stand"),
                        "collectedAt",
                        "2016-11-07T09:00:00Z"));
        permitted = transfer(desk, 201, "mailing-house", "2016-11-20T09:00:00Z");
        refused = transfer(desk, 403, "us-hosting", "2016-11-20T09:30:00Z");
        // the e-mail lay unread
        send(
                desk,
                201,
                "revoke-consent",
                Map.of(
                        "subject",
                        SUBJECT,
                        "purposes",
                        List.of(PURPOSE),
                        "channel",
                        "EMAIL",
                        "revokedAt",
                        "2016-11-19T08:00:00Z"));
        subjectId = desk.ledger()
                .ask("/v1/subjects/" + SUBJECT + "/consents")
                .at("/subjectId")
                .asString();
        desk.ledger().ask("/v1/subjects/" + SUBJECT + "/transfers");
    }

    private static String send(Desk desk, int status, String command, Map<String, Object> body) {
        var answer = desk.ledger().send(command, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        return answer.at("/events/0/id").asString();
    }

    private static String transfer(Desk desk, int status, String recipient, String at) {
        return send(
                desk,
                status,
                "record-transfer",
                Map.of(
                        "subject",
                        SUBJECT,
                        "recipient",
                        recipient,
                        "purpose",
                        PURPOSE,
                        "dataCategories",
                        List.of("contact"),
                        "intent",
                        "AUTHORISE",
                        "occurredAt",
                        at));
    }

    private static void fillIn(Page page) {
        page.getByLabel("About whom").fill(SUBJECT);
        page.locator("#recipient").selectOption("mailing-house");
        page.locator("#purpose").selectOption(PURPOSE);
        page.getByLabel("contact", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("#as-of").fill("2016-11-10T09:00:00Z");
    }

    @Test
    void one_thing_is_changed_and_asked_again_without_leaving_the_page(Visitor visitor) {
        var page = visitor.open("/decision");
        visitor.everyLook("decision-question");
        fillIn(page);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask"))
                .click();

        assertThat(page.locator("#verdict")).hasText("Yes, they may go.");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Yes, they may go. See why");
        assertThat(page.locator(".rules > li")).hasCount(9);
        visitor.everyLook("decision-yes");

        page.locator("#recipient").selectOption("us-hosting");
        page.locator("#as-of").fill("");
        page.locator("#as-of").press("Enter");

        assertThat(page.locator("#verdict")).hasText("No, they must not go.");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("No, they must not go. See why");
        assertThat(page.locator(".reasons li")).hasText(new String[] {"consent revoked", "safeguard invalidated"});
        assertThat(page.url()).endsWith("/decision");
        visitor.everyLook("decision-no");
    }

    @Test
    void what_is_wrong_is_said_where_a_screen_reader_hears_it(Desk desk) {
        try (var visitor = Visitor.auditor(desk).expecting(422)) {
            var page = visitor.open("/decision?subjectId=" + subjectId);
            assertThat(page.locator("#subject")).hasValue(subjectId);
            fillIn(page);
            page.locator("#as-of").fill("yesterday");

            page.locator("#as-of").press("Enter");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("asOf");
            visitor.axe().screenshot("decision-wrong");
        }
    }

    @Test
    void a_permission_is_explained_and_would_not_be_given_today(Visitor visitor) {
        var page = visitor.open("/decisions/" + permitted);

        assertThat(page.locator("h1")).hasText("It was permitted");
        assertThat(page.locator("section:has(#again-reproduced) .state")).hasText("the same");
        assertThat(page.locator("section:has(#again-same-time) .state")).hasText("not the same");
        assertThat(page.locator(".rule:has-text('The purpose stands in the notice')"))
                .containsText("§1(a)");
        page.locator(".rule:has-text('The legal basis holds') summary").click();
        visitor.everyLook("decision-permitted");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ask again, with a change"))
                .click();

        assertThat(page.locator("#recipient")).hasValue("mailing-house");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask"))
                .click();
        assertThat(page.locator("#verdict")).hasText("No, they must not go.");
    }

    @Test
    void a_refusal_names_what_stood_against_it(Visitor visitor) {
        var page = visitor.open("/decisions/" + refused);

        assertThat(page.locator("h1")).hasText("It was refused");
        assertThat(page.locator(".because dt")).containsText("safeguard invalidated");
        assertThat(page.locator("section:has(#again-same-time) .state")).hasText("the same verdict, for other reasons");
        visitor.everyLook("decision-refused");
    }

    @Test
    void two_moments_are_compared_from_the_subjects_page(Visitor visitor) {
        var page = visitor.open("/subjects/" + subjectId + "?asOf=2016-11-06T00:00:00Z");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What changed since this moment"))
                .click();

        assertThat(page.locator("#from-as-of")).hasValue("2016-11-06T00:00:00Z");
        assertThat(page.locator(".sentences li").first()).containsText("the person consented to");
        visitor.everyLook("difference");
        page.locator("#to-as-of").fill("2016-11-08T00:00:00Z");
        page.locator("#to-as-of").press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("2 purposes stand otherwise; no transfers between.");
        assertThat(page.locator("#states ~ table .state.revoked")).hasCount(0);
        assertThat(page.url()).contains("toAsOf=2016-11-08").doesNotContain(SUBJECT);
        visitor.axe();
    }

    @Test
    void it_speaks_italian(Desk desk) {
        try (var visitor = Visitor.auditorInItalian(desk)) {
            var page = visitor.open("/decisions/" + refused);
            assertThat(page.locator("h1")).hasText("È stato rifiutato");
            visitor.axe().screenshot("decision-refused-it");
            visitor.open("/subjects/" + subjectId + "/difference?fromAsOf=2016-11-06T00:00:00Z");
            assertThat(page.locator("#told")).hasText("In parole semplici");
            visitor.axe().screenshot("difference-it");
            visitor.open("/decision");
            assertThat(page.locator("h1")).hasText("Questi dati si possono trasferire?");
            visitor.axe().screenshot("decision-question-it");
        }
    }
}
