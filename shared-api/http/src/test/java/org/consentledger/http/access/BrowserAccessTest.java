package org.consentledger.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.http.EdgeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;

/** A service that has pages: a browser brings its token in a cookie, and says who made it send a request. */
@Import(BrowserAccessTest.Pages.class)
class BrowserAccessTest extends EdgeTest {

    private static final String PATH = "/v1/samples/somebody";
    private static final String OWN = "https://console.example.com";

    static final class Pages implements BrowserAccess {

        @Override
        public Optional<String> token(HttpServletRequest request) {
            return Stream.ofNullable(request.getCookies())
                    .flatMap(Stream::of)
                    .filter(cookie -> cookie.getName().equals("token"))
                    .map(cookie -> cookie.getValue())
                    .findFirst();
        }

        @Override
        public boolean isOwnOrigin(HttpServletRequest request, String origin) {
            return origin.equals(OWN);
        }

        @Override
        public boolean leadToSignIn(HttpServletRequest request, HttpServletResponse response) {
            if (request.getHeader("X-Page") == null) {
                return false;
            }
            response.setStatus(303);
            response.setHeader("Location", "/sign-in");
            return true;
        }
    }

    private static final String TOKEN =
            TestIssuer.authorization(Scope.CONSENT_READ).substring("Bearer ".length());

    private HttpRequest.Builder byBrowser(String token, String... headers) {
        var request = anonymouslyTo(PATH).header("Cookie", "token=" + token);
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    @Test
    void a_token_in_a_cookie_is_held_to_the_same_checks() {
        assertThat(send(byBrowser(TOKEN)).statusCode()).isEqualTo(200);
        assertThat(send(byBrowser(TestIssuer.authorization(Scope.OPERATE).substring(7)))
                        .statusCode())
                .isEqualTo(403);
        for (var bad : BadTokens.all().entrySet()) {
            assertThat(send(byBrowser(bad.getValue())).statusCode())
                    .as(bad.getKey())
                    .isEqualTo(401);
        }
    }

    @Test
    void the_header_goes_before_the_cookie_whatever_it_is() {
        assertThat(send(byBrowser(TOKEN, "Authorization", TestIssuer.authorization(Scope.OPERATE)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(byBrowser(TOKEN, "Authorization", "Basic dXNlcjpwYXNz")).statusCode())
                .isEqualTo(401);
        assertThat(send(byBrowser("no token", "Authorization", TestIssuer.authorization(Scope.CONSENT_READ)))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        // of a page of its own, or of no page
        "GET,  same-origin, cors,     empty,    ,                            in",
        "POST, same-origin, navigate, document, ,                            in",
        "GET,  none,        navigate, document, ,                            in",
        "POST, none,        navigate, document, ,                            in",
        // a link on another site, in sight of the address
        "GET,  cross-site,  navigate, document, ,                            in",
        "GET,  same-site,   navigate, document, ,                            in",
        // what another site's page does by itself: forms, frames, pictures, scripts, fetches
        "POST, cross-site,  navigate, document, ,                            403",
        "POST, same-site,   navigate, document, ,                            403",
        "GET,  cross-site,  navigate, iframe,   ,                            403",
        "GET,  cross-site,  no-cors,  image,    ,                            403",
        "GET,  cross-site,  no-cors,  script,   ,                            403",
        "GET,  same-site,   cors,     empty,    ,                            403",
        "HEAD, cross-site,  navigate, document, ,                            403",
        "POST, cross-site,  cors,     empty,    https://console.example.com, 403",
        // a browser that says nothing of it: the origin decides, where something could change
        "GET,  ,            ,         ,         ,                            in",
        "HEAD, ,            ,         ,         ,                            in",
        "POST, ,            ,         ,         ,                            403",
    })
    void what_another_sites_page_makes_a_browser_send_is_refused(
            String method, String site, String mode, String destination, String origin, String expected) {
        var request = byBrowser(TOKEN).method(method, BodyPublishers.noBody());
        Stream.of(
                        Map.entry("Sec-Fetch-Site", Optional.ofNullable(site)),
                        Map.entry("Sec-Fetch-Mode", Optional.ofNullable(mode)),
                        Map.entry("Sec-Fetch-Dest", Optional.ofNullable(destination)),
                        Map.entry("Origin", Optional.ofNullable(origin)))
                .forEach(header -> header.getValue().ifPresent(value -> request.header(header.getKey(), value)));

        var answer = send(request);

        assertThat(answer.statusCode() == 403 ? "403" : "in").isEqualTo(expected);
        if (expected.equals("403") && !method.equals("HEAD")) {
            assertThat(json(answer).get("code").asString()).isEqualTo("CROSS_ORIGIN_REFUSED");
        }
    }

    @Test
    void a_program_may_say_what_it_likes_of_where_it_comes_from() {
        assertThat(send(to(PATH).header("Sec-Fetch-Site", "cross-site")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_form_of_another_site_is_refused_also_where_nobody_is_signed_in() {
        assertThat(send(anonymouslyTo(PATH)
                                .header("Sec-Fetch-Site", "cross-site")
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoever_asks_for_a_page_is_led_to_where_they_sign_in() {
        for (var request : new HttpRequest.Builder[] {anonymouslyTo(PATH), byBrowser("no.good.token")}) {
            var answer = send(request.header("X-Page", "yes"));

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/sign-in");
        }
        assertThat(send(anonymouslyTo(PATH).header("X-Page", "yes").header("Authorization", "Bearer no.good.token"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(anonymouslyTo(PATH)).statusCode()).isEqualTo(401);
    }

    @Test
    void what_everybody_may_see_is_shown_also_to_whose_token_has_ended() {
        assertThat(send(anonymouslyTo("/v1/openapi.json").header("Cookie", "token=no.good.token"))
                        .statusCode())
                .isEqualTo(200);
    }
}
