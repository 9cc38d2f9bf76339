package org.consentledger.query.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

    private final QueryService service = QueryService.shared();
    private final Site site = Site.of(service);

    @Test
    void thePageSaysWhoIsThereAndWhy() {
        var page = site.with("Authorization", TestIssuer.authorization(Map.of("sub", "auditor-7"), Scope.AUDIT_READ))
                .page("/");

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select(".account-name").text()).isEqualTo("auditor-7");
        assertThat(page.select(".purpose-text").text()).isEqualTo("case 12");
        assertThat(page.select(".skip").attr("href")).isEqualTo("#main");
        assertThat(page.select("main#main")).hasSize(1);
        assertThat(page.select("form[action=/sign-out][method=post] button").text())
                .isEqualTo("Sign out");
        assertThat(page.select("form[action=/search][method=post] input[name=reference]"))
                .isNotEmpty();
        assertThat(page.select("form[action=/sign-in/purpose] input[name=purpose]")
                        .attr("value"))
                .isEqualTo("case 12");
    }

    @Test
    void everyInputHasItsLabel() {
        var page = site.page("/");
        for (var input : page.select("input:not([type=hidden]), select, textarea")) {
            assertThat(page.select("label[for=" + input.id() + "]").text())
                    .as(input.outerHtml())
                    .isNotBlank();
        }
    }

    @Test
    void itSpeaksItalian() {
        var page = site.inItalian().page("/");

        assertThat(page.select("html").attr("lang")).isEqualTo("it");
        assertThat(page.text())
                .contains("Registro dei consensi", "Motivo dell'accesso")
                .doesNotContain("Purpose");
    }

    @Test
    void whatWasChosenStaysInTheBrowser() {
        var answer = site.post("/preferences", "language", "it", "theme", "", "to", "/recipients?a=b");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/recipients?a=b");
        assertThat(answer.header("Set-Cookie"))
                .startsWith("language=it; Path=/; Max-Age=31536000;")
                .contains("HttpOnly", "SameSite=Lax");
        assertThat(site.with("Cookie", "language=it").page("/").select("html").attr("lang"))
                .isEqualTo("it");
        var dark = site.with("Cookie", "theme=dark").page("/");
        assertThat(dark.select("html").attr("data-theme")).isEqualTo("dark");
        assertThat(dark.select("button[name=theme][aria-pressed=true]").attr("value"))
                .isEqualTo("dark");
        assertThat(site.page("/").select("html").attr("data-theme")).isEqualTo("system");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/\\elsewhere.example",
                "javascript:alert(1)",
                "/a b",
                "x"
            })
    void nobodyIsSentElsewhere(String to) {
        assertThat(LocalPath.orHome(to)).isEqualTo("/");
        assertThat(site.post("/preferences", "theme", "dark", "to", to).header("Location"))
                .matches("(http://localhost:[0-9]+)?/");
    }

    @Test
    void anUnknownThemeIsAProblem() {
        var answer = site.post("/preferences", "theme", "planted-pink");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("<code>theme</code>").doesNotContain("planted-pink");
    }

    @ParameterizedTest
    @CsvSource({
        "/no/such/page, 404, There is nothing here, Qui non c'è nulla",
        "/?asof=x, 422, The request cannot be answered, Non è possibile rispondere alla richiesta",
    })
    void problemsAreReadable(String path, int status, String english, String italian) {
        var page = site.problem(path, status);
        assertThat(page.select("h1").text()).isEqualTo(english);
        assertThat(page.select(".menu")).isNotEmpty();
        assertThat(site.inItalian().problem(path, status).select("h1").text()).isEqualTo(italian);
        // programs read JSON
        assertThat(site.with("Accept", "*/*").get(path).header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void whoMayNotReadIsToldSo() {
        var page = site.with("Authorization", TestIssuer.authorization(Scope.CONSENT_WRITE))
                .problem("/", 403);
        assertThat(page.select("h1").text()).isEqualTo("This is not open to you");
        assertThat(page.select(".kicker code").text()).isEqualTo("INSUFFICIENT_SCOPE");
    }

    @Test
    void theInterfaceForProgramsStaysAsItIs() {
        assertThat(site.get("/v1/nothing").header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(service.ask("/v1/openapi.json").json().get("paths").propertyNames())
                .allMatch(path -> path.startsWith("/v1/"));
    }

    @Test
    void whoeverDoesNotSayWhyIsAskedOnThePage() {
        var answer = site.with("X-Purpose-Of-Access", "").post("/search", "reference", "planted-somebody");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Say why you read", "id=\"purpose-first\"")
                .doesNotContain("planted-somebody");
    }

    @Test
    void aPartOfAPageGetsAPartOfAProblem() {
        var answer = site.with("HX-Request", "true").get("/no/such/page");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).startsWith("<section class=\"problem\">").doesNotContain("<html", "<header");
    }

    @Test
    void scriptsAndStylesAreKeptForEver() {
        var page = site.page("/");
        var files = page.select("script[src], link[href]");
        assertThat(files).hasSize(4);
        for (var file : files) {
            var path = file.hasAttr("src") ? file.attr("src") : file.attr("href");
            var answer = QueryService.send(HttpRequest.newBuilder(service.at(path)));
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).as(path).contains("max-age=31536000", "public", "immutable");
        }
        assertThat(service.ask("/style/console.css").header("Cache-Control")).isEqualTo("max-age=3600, public");
        assertThat(service.ask("/script/htmx.min.js").body()).contains("htmx");
        assertThat(service.ask("/style/console.css", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(site.with("Accept-Encoding", "gzip").get("/").header("Content-Encoding"))
                .isEmpty();
    }
}
