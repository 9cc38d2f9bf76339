package org.consentledger.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.consentledger.http.EdgeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class AccessTest extends EdgeTest {

    private static final String PATH = "/v1/samples/somebody";

    static Stream<Map.Entry<String, String>> badTokens() {
        return BadTokens.all().entrySet().stream();
    }

    /** What each of them is counted as; the caller is told the same of all. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("expired", "expired"),
            Map.entry("without an expiry", "malformed"),
            Map.entry("not valid yet", "not_yet_valid"),
            Map.entry("wrong issuer", "wrong_issuer"),
            Map.entry("wrong audience", "wrong_audience"),
            Map.entry("without an audience", "wrong_audience"),
            Map.entry("without a client", "malformed"),
            Map.entry("a limit that cannot be read", "malformed"),
            Map.entry("wrong signature", "bad_signature"),
            Map.entry("unknown key", "unknown_key"),
            Map.entry("alg none", "malformed"),
            Map.entry("alg none, signature kept", "malformed"),
            Map.entry("HMAC with the public key", "unknown_key"),
            Map.entry("an ID token of another type", "wrong_type"),
            Map.entry("no JWT", "malformed"));

    @Autowired
    private MeterRegistry meters;

    private double rejected(String reason) {
        return meters.get("http.tokens.rejected")
                .tag("reason", reason)
                .counter()
                .count();
    }

    @Test
    void aTokenWithTheScopeGetsIn() {
        assertThat(with(TestIssuer.authorization(Scope.CONSENT_READ)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        var before = rejected("missing");

        var answer = send(anonymouslyTo(PATH));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(rejected("missing")).isEqualTo(before + 1);
        assertThat(code(answer)).isEqualTo("TOKEN_MISSING");
        // RFC 6750, section 3.1: whoever did not try to say who they are is not told of an error
        assertThat(challenge(answer)).isEqualTo("Bearer realm=\"consent-ledger\"");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aTokenThatIsNotGoodGetsNobodyInAndSaysNothingOfItself(Map.Entry<String, String> token) {
        var reason = REASONS.get(token.getKey());
        var before = rejected(reason);

        var answer = with("Bearer " + token.getValue());

        assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(401);
        assertThat(rejected(reason)).as(token.getKey()).isEqualTo(before + 1);
        assertThat(code(answer)).isEqualTo("INVALID_TOKEN");
        assertThat(challenge(answer)).isEqualTo("Bearer realm=\"consent-ledger\", error=\"invalid_token\"");
        assertThat(answer.body()).doesNotContain(token.getValue(), "somebody", "test-client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "bearer", "Basic dXNlcjpwYXNz", "Bearer \u00e4"})
    void whatIsNoBearerTokenGetsNobodyIn(String authorization) {
        assertThat(with(authorization).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenInTheAddressOrTheBodyIsNoToken() {
        var token = TestIssuer.authorization().substring("Bearer ".length());

        assertThat(send(anonymouslyTo(PATH + "?access_token=" + token)).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("otherScopes")
    void anotherScopeIsNotEnoughAndTheAnswerNamesTheRightOne(Scope scope) {
        var before = rejected("insufficient_scope");

        var answer = with(TestIssuer.authorization(scope));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(rejected("insufficient_scope")).isEqualTo(before + 1);
        assertThat(code(answer)).isEqualTo("INSUFFICIENT_SCOPE");
        assertThat(challenge(answer))
                .isEqualTo("Bearer realm=\"consent-ledger\", error=\"insufficient_scope\", scope=\"consent:read\"");
    }

    static Stream<Scope> otherScopes() {
        return Stream.of(Scope.values()).filter(scope -> scope != Scope.CONSENT_READ);
    }

    @Test
    void scopesOfProvidersThatWriteThemOtherwiseCountToo() {
        assertThat(with(TestIssuer.authorization(Map.of("scp", new String[] {"consent:read"})))
                        .statusCode())
                .isEqualTo(200);
        assertThat(with(TestIssuer.authorization(Map.of("scope", "openid consent:read profile")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(with(TestIssuer.authorization(Map.of("scope", "consent:reader")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aClientMayBeNamedAsOpenIdConnectNamesIt() {
        var token = TestIssuer.token(
                claims -> claims.claim("client_id", null).claim("azp", "web-shop"), Scope.CONSENT_READ);

        assertThat(with("Bearer " + token).statusCode()).isEqualTo(200);
    }

    @Test
    void aLimitThatTheHandlerDoesNotHeedShutsItsTokenOut() {
        var before = rejected("limit_exceeded");

        var answer = with(TestIssuer.authorization(Map.of("ledger_purposes", "a"), Scope.CONSENT_READ));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(rejected("limit_exceeded")).isEqualTo(before + 1);
        assertThat(code(answer)).isEqualTo("TOKEN_LIMIT_EXCEEDED");
    }

    @Test
    void aHandlerThatDoesNotSayWhoMayCallItIsShut() {
        var answer = send(to("/v1/forgotten"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(code(answer)).isEqualTo("INSUFFICIENT_SCOPE");
    }

    @Test
    void theDescriptionIsForEverybodyAndSaysWhichScopeIsNeeded() {
        var description = json(send(anonymouslyTo("/v1/openapi.json")));

        assertThat(description.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(description
                        .at("/paths/~1v1~1samples~1{subject}/get/security/0/bearer/0")
                        .asString())
                .isEqualTo("consent:read");
        assertThat(send(anonymouslyTo("/v1/docs")).statusCode()).isBetween(200, 302);
    }

    /** Spring would read a form of these methods before anybody has looked who sends it. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void nothingIsReadOfWhoIsNotLetIn(String method) {
        var form = anonymouslyTo(PATH)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString("a=%zz"));

        assertThat(send(form).statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsNotLetInLearnsNotEvenWhatThereIs() {
        assertThat(send(anonymouslyTo("/v1/nothing")).statusCode()).isEqualTo(401);
        assertThat(send(to("/v1/nothing")).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> with(String authorization) {
        return send(anonymouslyTo(PATH).header("Authorization", authorization));
    }

    private static String code(HttpResponse<String> answer) {
        return json(answer).get("code").asString();
    }

    private static String challenge(HttpResponse<String> answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElseThrow();
    }
}
