package org.consentledger.query.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    private static FakeProvider provider;
    private static QueryService service;

    private Tab tab;

    @BeforeAll
    static void start() {
        provider = new FakeProvider();
        service = QueryService.on(
                LedgerDatabase.fresh(),
                "access.issuer=" + provider.issuer(),
                "access.jwk-set-file=",
                "sign-in.client-id=console",
                "sign-in.client-secret=secret-of-console",
                "sign-in.resource=https://ledger.example.com");
    }

    @AfterAll
    static void stop() {
        service.close();
        provider.close();
    }

    @BeforeEach
    void open() {
        tab = new Tab(service);
        provider.accessTokens(claims -> claims);
        provider.idTokens(claims -> claims);
    }

    /** What the provider is told. */
    private Map<String, String> depart(String to) {
        var answer = tab.submit("/sign-in", "purpose", "case 7 – é", "to", to);
        assertThat(answer.status()).isEqualTo(200);
        return told(Tab.refreshed(answer));
    }

    private static Map<String, String> told(URI uri) {
        var told = Tab.parameters(uri);
        provider.nonce(told.get("nonce"));
        return told;
    }

    private Response arrive(Map<String, String> told) {
        return arrive(told.get("state"), "code=good&session_state=1");
    }

    private Response arrive(String state, String rest) {
        return tab.open("/sign-in/callback?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8) + "&" + rest);
    }

    @Test
    void whoever_is_not_known_is_led_to_the_page_and_back_to_what_they_wanted() {
        var turned = tab.open("/?x=1&y=%C3%A9");
        assertThat(turned.status()).isEqualTo(303);
        assertThat(turned.header("Location")).isEqualTo("/sign-in?to=%2F%3Fx%3D1%26y%3D%25C3%25A9");

        var page = tab.open(turned.header("Location"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"to\" value=\"/?x=1&amp;y=%C3%A9\"");

        var arrived = arrive(depart("/?x=1&y=%C3%A9"));
        assertThat(arrived.status()).isEqualTo(303);
        assertThat(arrived.header("Location")).isEqualTo("/?x=1&y=%C3%A9");
        assertThat(tab.open("/").status()).isEqualTo(200);
        assertThat(tab.open("/").body()).contains("rita", "case 7 – é");
        assertThat(tab.open("/v1/notices", "Accept", "application/json").status())
                .isEqualTo(200);
    }

    @Test
    void the_provider_is_asked_as_the_standards_want() throws Exception {
        var told = depart("/");

        assertThat(told)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "console")
                .containsEntry("scope", "openid consent:read audit:read")
                .containsEntry("redirect_uri", service.at("/sign-in/callback").toString())
                .containsEntry("resource", "https://ledger.example.com")
                .containsEntry("code_challenge_method", "S256");
        assertThat(arrive(told).status()).isEqualTo(303);
        var verifier = provider.lastAsked().get("code_verifier");
        assertThat(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256")
                                .digest(verifier.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(told.get("code_challenge"));
        assertThat(provider.lastAsked())
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "good")
                .containsEntry("redirect_uri", told.get("redirect_uri"))
                .containsEntry("resource", "https://ledger.example.com")
                .doesNotContainKey("client_secret");
        assertThat(provider.lastAuthorization())
                .isEqualTo("Basic "
                        + Base64.getEncoder()
                                .encodeToString("console:secret-of-console".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void cookies_are_for_this_service_alone_and_end_with_the_token() {
        arrive(depart("/"));

        assertThat(tab.cookies()).containsExactly("ledger-id-token", "ledger-purpose", "ledger-token");
        for (var name : tab.cookies()) {
            var cookie = tab.cookie(name);
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.getDomain()).isNull();
        }
        assertThat(tab.cookie("ledger-token").getMaxAge()).isBetween(560L, 600L);
        assertThat(tab.submit("/sign-in/purpose", "purpose", "b")
                        .raw()
                        .headers()
                        .allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void the_purpose_that_was_stated_stands_in_the_access_log_and_can_be_changed() {
        arrive(depart("/"));
        assertThat(tab.submit("/sign-in/purpose", "purpose", "case 8", "to", "/?a=b")
                        .header("Location"))
                .isEqualTo("/?a=b");

        var request = UUID.randomUUID().toString();
        service.recorder().record(Facts.given("planted-signed-in", "business-notices", "2016-11-02"));
        assertThat(tab.open(
                                "/v1/subjects/planted-signed-in/consents?minPosition=0",
                                "Accept",
                                "application/json",
                                "X-Request-Id",
                                request)
                        .status())
                .isEqualTo(200);

        assertThat(service.jdbc()
                        .sql(
                                "SELECT client_id || ' ' || principal || ' ' || purpose FROM access.entry WHERE request_id = ?")
                        .param(request)
                        .query(String.class)
                        .single())
                .isEqualTo("console rita case 8");
        assertThat(tab.submit("/sign-in/purpose", "purpose", "x".repeat(201)).status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\nb"})
    void who_does_not_say_why_does_not_get_in(String purpose) {
        var answer = tab.submit("/sign-in", "purpose", purpose, "to", "/");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("aria-invalid=\"true\"", "id=\"purpose-fault\"");
        assertThat(tab.cookies()).isEmpty();
    }

    @Test
    void whose_purpose_has_ended_is_asked_again_though_the_token_is_good() {
        arrive(depart("/"));
        tab.drop("ledger-purpose");

        assertThat(tab.open("/").header("Location")).isEqualTo("/sign-in");
        assertThat(tab.open("/v1/notices", "Accept", "application/json").status())
                .isEqualTo(401);
    }

    @Test
    void when_the_token_ends_the_browser_goes_through_the_provider_without_a_question() {
        arrive(depart("/"));
        provider.accessTokens(
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
        tab.put("ledger-token", tab.cookie("ledger-token").getValue().replaceFirst("....$", "AAAA"));

        var turned = tab.open("/?x=1");
        assertThat(turned.status()).isEqualTo(303);
        var leaving = tab.open(turned.header("Location"));
        assertThat(leaving.status()).isEqualTo(303);
        assertThat(leaving.header("Location")).startsWith(provider.issuer() + "/authorize?");

        provider.accessTokens(claims -> claims);
        assertThat(arrive(told(URI.create(leaving.header("Location")))).header("Location"))
                .isEqualTo("/?x=1");
    }

    @Test
    void a_part_of_a_page_makes_the_whole_page_go_to_sign_in() {
        var answer = tab.open(
                "/", "HX-Request", "true", "HX-Current-URL", service.at("/?x=1").toString());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/sign-in?to=%2F%3Fx%3D1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "/\t/evil.example/",
                "\\\\evil.example",
                "javascript:alert(1)",
                "evil",
                "/sign-in?to=/",
                "/sign-out"
            })
    void nobody_is_led_to_another_host(String to) {
        assertThat(tab.open("/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8))
                        .body())
                .contains("name=\"to\" value=\"/\"");
        assertThat(arrive(depart(to)).header("Location")).isEqualTo("/");
        assertThat(tab.submit("/sign-in/purpose", "purpose", "p", "to", to).header("Location"))
                .isEqualTo("/");
    }

    @Test
    void an_answer_counts_once_and_for_the_browser_that_asked() {
        var told = depart("/");
        assertThat(new Tab(service)
                        .open("/sign-in/callback?code=good&state=" + told.get("state"))
                        .status())
                .isEqualTo(400);
        assertThat(arrive(told).status()).isEqualTo(303);
        assertThat(arrive(told).status()).isEqualTo(400);
        assertThat(tab.open("/sign-in/callback").status()).isEqualTo(400);
        assertThat(tab.open("/sign-in/callback?state=&code=good").status()).isEqualTo(400);
    }

    @Test
    void several_tabs_can_sign_in_at_the_same_time() {
        var first = depart("/?a=1");
        var second = depart("/?a=2");

        provider.nonce(first.get("nonce"));
        assertThat(arrive(first).header("Location")).isEqualTo("/?a=1");
        provider.nonce(second.get("nonce"));
        assertThat(arrive(second).header("Location")).isEqualTo("/?a=2");
    }

    @Test
    void of_too_many_attempts_the_oldest_alone_is_dropped() {
        var first = depart("/?a=first");
        var others = IntStream.range(0, Attempts.AT_ONCE_MAX)
                .mapToObj(i -> depart("/?a=" + i))
                .toList();

        assertThat(attempts()).hasSize(Attempts.AT_ONCE_MAX);
        assertThat(arrive(first).status()).isEqualTo(400);
        for (var told : others) {
            provider.nonce(told.get("nonce"));
            assertThat(arrive(told).status()).isEqualTo(303);
        }
        assertThat(attempts()).isEmpty();
    }

    @Test
    void an_attempt_that_cannot_be_read_is_dropped_before_any_other() {
        tab.put("ledger-sign-in-unreadable", "x");
        for (var i = 0; i < Attempts.AT_ONCE_MAX; i++) {
            depart("/");
        }

        assertThat(attempts()).hasSize(Attempts.AT_ONCE_MAX).doesNotContain("ledger-sign-in-unreadable");
    }

    private List<String> attempts() {
        return tab.cookies().stream()
                .filter(cookie -> cookie.startsWith("ledger-sign-in-"))
                .toList();
    }

    @Test
    void an_attempt_that_somebody_else_wrote_is_none() {
        var told = depart("/");
        var name = attempts().getFirst();
        tab.put(name, tab.cookie(name).getValue().replaceFirst("..$", "AA"));

        assertThat(arrive(told).status()).isEqualTo(400);
    }

    @Test
    void what_the_provider_says_is_held_to_what_was_asked() {
        var before = provider.timesAsked();
        assertThat(arrive(depart("/").get("state"), "error=access_denied").status())
                .isEqualTo(403);
        assertThat(arrive(depart("/").get("state"), "code=good&iss=https%3A%2F%2Fevil.example")
                        .status())
                .isEqualTo(502);
        assertThat(provider.timesAsked()).isEqualTo(before);
        assertThat(arrive(depart("/").get("state"), "code=spent").status()).isEqualTo(502);
        var told = depart("/");
        provider.nonce("another");
        assertThat(arrive(told).status()).isEqualTo(502);
        provider.idTokens(claims -> claims.audience("another"));
        assertThat(arrive(depart("/")).status()).isEqualTo(502);
        provider.idTokens(claims -> claims.issuer("https://evil.example"));
        assertThat(arrive(depart("/")).status()).isEqualTo(502);
        assertThat(tab.cookies()).containsExactly("ledger-purpose");
    }

    @Test
    void a_token_that_this_ledger_would_not_accept_leads_nobody_in_circles() {
        provider.accessTokens(claims -> claims.audience("another-service"));
        var answer = arrive(depart("/"));
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).contains("not for this ledger");

        provider.accessTokens(claims -> claims.claim("client_id", null));
        assertThat(arrive(depart("/")).status()).isEqualTo(502);

        provider.accessTokens(claims -> claims.claim("much", "x".repeat(4_000)));
        assertThat(arrive(depart("/")).body()).contains("too large");
        assertThat(tab.cookies()).containsExactly("ledger-purpose");
    }

    @Test
    void signing_out_leaves_nothing_and_ends_the_session_at_the_provider() {
        arrive(depart("/"));
        var idToken = tab.cookie("ledger-id-token").getValue();
        var begun = depart("/");
        assertThat(attempts()).hasSize(1);

        var answer = tab.submit("/sign-out");

        assertThat(tab.cookies()).isEmpty();
        assertThat(arrive(begun).status()).isEqualTo(400);
        var uri = Tab.refreshed(answer);
        assertThat(uri.toString()).startsWith(provider.issuer() + "/end?");
        assertThat(Tab.parameters(uri))
                .containsEntry("client_id", "console")
                .containsEntry("id_token_hint", idToken)
                .containsEntry(
                        "post_logout_redirect_uri", service.at("/sign-in").toString());
        assertThat(tab.open("/").status()).isEqualTo(303);
    }

    @Test
    void a_cookie_lets_nobody_onto_the_management_port() {
        provider.accessTokens(claims -> claims.claim("scope", "operate audit:read"));
        arrive(depart("/"));
        var cookies = "ledger-token=" + tab.cookie("ledger-token").getValue() + "; ledger-purpose="
                + tab.cookie("ledger-purpose").getValue();

        for (var path : new String[] {"/actuator/prometheus", "/actuator/projections", "/style/x", "/webjars/x"}) {
            assertThat(service.manageAnonymously(path, "Cookie", cookies).status())
                    .as(path)
                    .isEqualTo(path.startsWith("/style") ? 404 : 401);
        }
        assertThat(tab.open("/webjars/x", "Accept", "*/*").status()).isEqualTo(404);
    }
}
