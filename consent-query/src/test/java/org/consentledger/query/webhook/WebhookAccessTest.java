package org.consentledger.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may have what sent where. */
class WebhookAccessTest {

    private static final QueryService SERVICE = QueryService.shared();
    private static final WebhookClient OPERATOR =
            new WebhookClient(SERVICE, TestIssuer.authorization(Scope.WEBHOOK_MANAGE));
    private static final String URL = "\"url\":\"https://receiver.invalid/\"";

    private static WebhookClient limitedTo(String claim, Object values) {
        return new WebhookClient(
                SERVICE, TestIssuer.authorization(Map.of(claim, values), Scope.WEBHOOK_MANAGE, Scope.AUDIT_READ));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                       | /url             | REQUIRED
            {"url":"http://receiver.invalid/"}                       | /url             | INVALID
            {"url":"https://127.0.0.1/"}                             | /url             | INVALID
            {"url":"https://[fd00::1]/"}                             | /url             | INVALID
            {"url":"https://u:p@receiver.invalid/"}                  | /url             | INVALID
            {"url":"https://receiver.invalid/","types":["Nothing"]}  | /types/0         | INVALID
            {"url":"https://receiver.invalid/","types":[]}           | /types           | INVALID
            {"url":"https://receiver.invalid/","purposes":["A b"]}   | /purposes/0      | INVALID
            {"url":"https://receiver.invalid/","after":999999999}    | /after           | INVALID
            {"url":"https://receiver.invalid/","after":-2}           | /after           | INVALID
            {"url":"https://receiver.invalid/","personalData":true}  | /purposeOfAccess | INVALID
            {"url":"https://receiver.invalid/","personaldata":true}  | /personaldata    | UNKNOWN
            """)
    void aBadOneIsNamed(String body, String pointer, String code) {
        var answer = OPERATOR.ask("POST", "/v1/webhooks", body);

        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
        assertThat(answer.json().get("errors")).hasSize(1);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
    }

    @Test
    void personalDataAreForWhoMayReadThem() {
        var body = "{" + URL + ",\"personalData\":true,\"purposeOfAccess\":\"why\"}";

        var answer = OPERATOR.ask("POST", "/v1/webhooks", body);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("code").asString()).isEqualTo("INSUFFICIENT_SCOPE");
        assertThat(answer.header("WWW-Authenticate")).contains("audit:read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ledger_purposes   | purposes   | "business-notices" | "interest-ads"
            ledger_recipients | recipients | "mailing-house"    | "us-hosting"
            """)
    void aLimitedTokenHasSentWhatItMayReadAndSeesNothingElse(String claim, String list, String own, String other) {
        var limited = limitedTo(claim, List.of(own.replace("\"", "")));
        for (var wanted :
                List.of("", ",\"" + list + "\":[" + other + "]", ",\"" + list + "\":[" + own + "," + other + "]")) {
            var answer = limited.ask("POST", "/v1/webhooks", "{" + URL + wanted + "}");
            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.json().get("code").asString()).isEqualTo("TOKEN_LIMIT_EXCEEDED");
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/" + list);
        }
        var theirs = limited.ask("POST", "/v1/webhooks", "{" + URL + ",\"" + list + "\":[" + own + "]}");
        var others = OPERATOR.ask("POST", "/v1/webhooks", "{" + URL + ",\"" + list + "\":[" + other + "]}");
        assertThat(theirs.status()).isEqualTo(201);
        var path = others.header("Location");

        assertThat(limited.ask("GET", theirs.header("Location"), "").status()).isEqualTo(200);
        assertThat(limited.ask("GET", "/v1/webhooks", "").body())
                .contains(theirs.json().at("/webhook/id").asString())
                .doesNotContain(others.json().at("/webhook/id").asString());
        for (var what : List.of("/pause", "/resume", "/replay?after=0", "/secrets", "/dead-letters/0/redelivery")) {
            assertThat(limited.ask("POST", path + what, "").status()).as(what).isEqualTo(404);
        }
        for (var what : List.of("", "/dead-letters/0")) {
            assertThat(limited.ask("DELETE", path + what, "").status()).as(what).isEqualTo(404);
        }
        for (var created : List.of(theirs, others)) {
            assertThat(OPERATOR.ask("DELETE", created.header("Location"), "").status())
                    .isEqualTo(204);
        }
    }

    @Test
    void aRecipientsOwnTokenAndASourcesAreOfNoUse() {
        for (var claim : List.of("ledger_recipient", "ledger_source")) {
            assertThat(limitedTo(claim, "mailing-house")
                            .ask("GET", "/v1/webhooks", "")
                            .status())
                    .as(claim)
                    .isEqualTo(403);
        }
    }

    @Test
    void noneOfThatIdIsThere() {
        var nobody = "/v1/webhooks/" + UUID.randomUUID();

        assertThat(OPERATOR.ask("GET", nobody, "").status()).isEqualTo(404);
        assertThat(OPERATOR.ask("POST", nobody + "/pause", "").status()).isEqualTo(404);
        assertThat(OPERATOR.ask("GET", nobody + "/dead-letters", "").status()).isEqualTo(404);
    }

    /** What people copy into their receivers is what the receiver of these tests checks with. */
    @Test
    void thePageShowsTheCheckThatIsTested() throws IOException {
        var source = Files.readString(
                Path.of("src", "test", "java", "org", "consentledger", "query", "webhook", "SignatureCheck.java"));
        var shown = source.substring(source.indexOf("final class"), source.indexOf("\n    private SignatureCheck()"));

        assertThat(Files.readString(Path.of("..", "deploy", "docs", "webhooks.md")))
                .contains("```java\n" + shown.stripTrailing() + "\n}\n```");
    }
}
