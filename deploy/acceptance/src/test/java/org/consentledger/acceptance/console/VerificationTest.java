package org.consentledger.acceptance.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.tree.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The browser checks the ledger by itself; whatever somebody on the way, or the ledger, does to what it is sent, it finds. */
@ExtendWith(AtTheDesk.class)
class VerificationTest {

    private static final String INCLUDED = "receipt.fetched signature first leaf inclusion receipt.signed";

    /** Of several nodes one may be behind, and is asked again. */
    private static final LocatorAssertions.HasAttributeOptions PATIENT =
            new LocatorAssertions.HasAttributeOptions().setTimeout(30_000);

    /** At the desk, which is the same for all tests. */
    private static boolean isAnythingThere;

    private Desk desk;
    private Page page;

    @BeforeEach
    void somethingToVerify(Desk desk, Visitor visitor) {
        this.desk = desk;
        this.page = visitor.page();
        if (!isAnythingThere) {
            // of a log of one event no other size could be told that is its own
            registered();
            registered();
            isAnythingThere = true;
        }
        visitor.open("/verification");
    }

    /** An event that a checkpoint covers. */
    private String registered() {
        var recipient = "verified-" + System.nanoTime();
        var answer = desk.ledger()
                .send(
                        "register-recipient",
                        Map.of("recipient", recipient, "name", "Verified", "class", "SUB_SUPPLIER", "country", "IT"));
        var id = answer.at("/events/0/id").asString();
        // waits for a checkpoint that covers it
        assertThat(desk.ledger().raw("/v1/receipts/" + id)).contains("\"checkpoint\"");
        return id;
    }

    @Test
    void the_log_is_verified_and_from_then_on_must_only_grow(Visitor visitor) {
        trustTheStatedKey();

        page.locator("#check-log").click();

        passed("signature first");
        visitor.everyLook("verification");
        registered();
        page.locator("#check-log").click();
        passed("signature growth");
        assertThat(page.locator("[data-step=growth] p")).containsText("From size");
    }

    @Test
    void an_event_is_verified_from_its_content_to_the_signature(Visitor visitor) {
        var event = registered();
        trustTheStatedKey();
        visitor.open("/verification?event=" + event);

        page.locator("#event-form button").click();

        passed(INCLUDED);
        visitor.everyLook("verification-of-an-event");
    }

    @Test
    void every_leaf_is_counted_in() {
        trustTheStatedKey();

        page.locator("#check-leaves").click();

        passed("signature first leaves");
    }

    @Test
    void nothing_is_checked_before_a_key_is_trusted() {
        page.locator("#check-log").click();

        assertThat(outcome()).hasAttribute("data-verdict", "nokey");
        assertThat(page.locator("#key")).isFocused();
    }

    @Test
    void another_key_than_the_one_trusted_is_not_believed() {
        trust(SigningKey.generate("another").verification().toString());
        assertThat(page.locator("#trusted")).containsText("ANOTHER");

        page.locator("#check-log").click();

        failedAt("signature");
    }

    @Test
    void what_is_no_key_is_not_taken_for_one() {
        page.locator("#key").fill("ledger+00000000+AAAA");
        page.locator("#key-form button").click();

        assertThat((Boolean) page.locator("#key").evaluate("key => key.validity.customError"))
                .isTrue();
        assertThat(page.locator("#trusted")).hasText("No key is trusted in this browser yet.");
    }

    @Test
    void an_event_that_was_altered_is_found() {
        alter("**/v1/receipts/*", body -> body.replace("Verified", "Falsified"));

        verify(registered());

        failedAt("leaf");
    }

    @Test
    void a_proof_that_leads_elsewhere_is_found() {
        alter("**/v1/receipts/*", body -> {
            var proof = body.indexOf("\"proof\":[\"") + 10;
            return body.substring(0, proof) + flipped(body.charAt(proof)) + body.substring(proof + 1);
        });

        verify(registered());

        failedAt("inclusion");
    }

    @Test
    void a_receipt_that_was_altered_is_found() {
        alter("**/v1/receipts/*", body -> {
            var signature = body.indexOf("\"receipt\":") - 10;
            return body.substring(0, signature) + flipped(body.charAt(signature)) + body.substring(signature + 1);
        });

        verify(registered());

        failedAt("receipt.signed");
    }

    @Test
    void a_checkpoint_that_was_altered_is_found() {
        alter("**/v1/log/checkpoint", note -> note.replaceFirst("\n[0-9]+\n", "\n1\n"));
        trustTheStatedKey();

        page.locator("#check-log").click();

        failedAt("signature");
    }

    @Test
    void a_past_that_was_rewritten_is_found() {
        trustTheStatedKey();
        page.locator("#check-log").click();
        passed("signature first");
        registered();
        alter("**/v1/log/proof/consistency**", body -> {
            var proof = body.indexOf("\"proof\":[\"") + 10;
            return body.substring(0, proof) + flipped(body.charAt(proof)) + body.substring(proof + 1);
        });

        page.locator("#check-log").click();

        failedAt("growth");
    }

    @Test
    void a_log_that_shrank_is_found() {
        var before = desk.ledger().raw("/v1/log/checkpoint");
        registered();
        trustTheStatedKey();
        page.locator("#check-log").click();
        passed("signature first");
        serve("**/v1/log/checkpoint", before);

        page.locator("#check-log").click();

        assertThat(outcome()).hasAttribute("data-verdict", "failed", PATIENT);
        failedAt("growth");
    }

    @Test
    void another_log_of_the_same_key_is_found() throws IOException {
        var key = SigningKey.parse(Files.readString(desk.ledger().database().signingKeyFile()));
        var another = new Checkpoint("another.example/ledger", 1, Hash.ofLeaf(new byte[0])).sign(List.of(key));
        serve("**/v1/log/checkpoint", another.toString());
        trustTheStatedKey();

        page.locator("#check-log").click();

        failedAt("signature");
    }

    @Test
    void a_key_that_was_changed_accuses_nobody() {
        trustTheStatedKey();
        page.locator("#check-log").click();
        passed("signature first");
        trust(SigningKey.generate("another").verification().toString());
        trustTheStatedKey();

        page.locator("#check-log").click();

        passed("signature growth");
    }

    @Test
    void a_connection_that_breaks_proves_nothing_and_disproves_nothing(Visitor visitor) {
        visitor.expecting("net::ERR_FAILED");
        page.route("**/v1/log/checkpoint", Route::abort);
        trustTheStatedKey();

        page.locator("#check-log").click();

        assertThat(outcome()).hasAttribute("data-verdict", "unanswered");
    }

    @Test
    void a_leaf_that_was_altered_is_found() {
        alter("**/v1/log/tile/entries/**", leaves -> leaves.replaceFirst("Notice|Recipient", "Xecipient"));
        trustTheStatedKey();

        page.locator("#check-leaves").click();

        failedAt("leaves");
    }

    @Test
    void a_ledger_that_does_not_answer_proves_nothing_and_disproves_nothing(Visitor visitor) {
        visitor.expecting(503);
        page.route(
                "**/v1/log/checkpoint",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("")));
        trustTheStatedKey();

        page.locator("#check-log").click();

        assertThat(outcome()).hasAttribute("data-verdict", "unanswered");
        assertThat(page.locator("[data-step=signature]")).hasAttribute("data-verdict", "unanswered");
    }

    @Test
    void it_speaks_italian(Desk desk) {
        try (var visitor = Visitor.auditorInItalian(desk)) {
            var italian = visitor.open("/verification");
            assertThat(italian.locator("h1")).hasText("Verifica");
            italian.locator("#check-log").click();
            assertThat(italian.locator("#outcome")).hasText("Dire prima di quale chiave ci si fida.");
            visitor.everyLook("verification-it");
        }
    }

    private void verify(String event) {
        trustTheStatedKey();
        page.locator("#event").fill(event);
        page.locator("#event-form button").click();
    }

    private void trustTheStatedKey() {
        page.locator("#use-stated").click();
        trust(page.locator("#key").inputValue());
        assertThat(page.locator("#trusted")).containsText("The ledger states the same");
    }

    private void trust(String key) {
        page.locator("#key").fill(key);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Trust this key"))
                .click();
    }

    /** Changes what comes from the ledger before the page sees it. */
    private void alter(String addresses, UnaryOperator<String> change) {
        page.route(addresses, route -> {
            var answer = route.fetch();
            // one byte for each character, so that bytes that are no text survive
            var body = new String(answer.body(), StandardCharsets.ISO_8859_1);
            var altered = change.apply(body);
            assertThat(altered).isNotEqualTo(body);
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBodyBytes(altered.getBytes(StandardCharsets.ISO_8859_1)));
        });
    }

    private void serve(String addresses, String body) {
        page.route(addresses, route -> route.fulfill(new Route.FulfillOptions().setBody(body)));
    }

    private static char flipped(char base64) {
        return base64 == 'A' ? 'B' : 'A';
    }

    private Locator outcome() {
        return page.locator("#outcome");
    }

    private void passed(String steps) {
        assertThat(outcome()).hasAttribute("data-verdict", "passed");
        assertThat(page.locator("#steps [data-verdict=passed]").all().stream()
                        .map(step -> step.getAttribute("data-step"))
                        .toList())
                .containsExactly(steps.split(" "));
    }

    private void failedAt(String step) {
        assertThat(outcome()).hasAttribute("data-verdict", "failed");
        assertThat(page.locator("#steps li").last()).hasAttribute("data-step", step);
        assertThat(page.locator("#steps li").last()).hasAttribute("data-verdict", "failed");
    }
}
