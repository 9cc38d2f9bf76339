package org.consentledger.query.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A console that browsers reach by TLS, which a proxy before it ends; its client is a public one. */
class BehindProxyTest {

    private static final String ORIGIN = "https://ledger.example.com";

    private static FakeProvider provider;
    private static QueryService service;

    @BeforeAll
    static void start() {
        provider = new FakeProvider();
        service = QueryService.on(
                LedgerDatabase.fresh(),
                "access.issuer=" + provider.issuer(),
                "access.jwk-set-file=",
                "sign-in.client-id=console",
                "sign-in.url=" + ORIGIN);
    }

    @AfterAll
    static void stop() {
        service.close();
        provider.close();
    }

    private static Response submit(String path, String origin, String cookies) {
        var request = HttpRequest.newBuilder(service.at(path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString("purpose=case+7&to=%2F"));
        return QueryService.send(cookies.isEmpty() ? request : request.header("Cookie", cookies));
    }

    @Test
    void cookies_are_this_hosts_alone_and_never_sent_in_clear() {
        var answer = submit("/sign-in", ORIGIN, "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-ledger-")
                        .contains("; Secure", "; Path=/;", "; HttpOnly", "; SameSite=Lax")
                        .doesNotContain("Domain"));
        var told = Tab.parameters(Tab.refreshed(answer));
        assertThat(told).containsEntry("redirect_uri", ORIGIN + "/sign-in/callback");
    }

    @Test
    void a_public_client_proves_itself_by_its_verifier_alone() {
        var tab = new Tab(service);
        var told = Tab.parameters(Tab.refreshed(tab.submit("/sign-in", "purpose", "case 7")));
        provider.nonce(told.get("nonce"));

        assertThat(tab.open("/sign-in/callback?code=good&state=" + told.get("state"))
                        .status())
                .isEqualTo(303);
        assertThat(provider.lastAuthorization()).isEqualTo("null");
        assertThat(provider.lastAsked())
                .containsEntry("client_id", "console")
                .containsKey("code_verifier")
                .doesNotContainKeys("client_secret", "resource");
        assertThat(tab.cookies()).contains("__Host-ledger-token");
    }

    @Test
    void forms_come_from_its_own_origin_also_where_a_browser_says_nothing_else() {
        var tab = new Tab(service);
        var told = Tab.parameters(Tab.refreshed(tab.submit("/sign-in", "purpose", "case 7")));
        provider.nonce(told.get("nonce"));
        tab.open("/sign-in/callback?code=good&state=" + told.get("state"));
        var cookies = "__Host-ledger-token=" + tab.cookie("__Host-ledger-token").getValue()
                + "; __Host-ledger-purpose="
                + tab.cookie("__Host-ledger-purpose").getValue();

        assertThat(submit("/preferences", ORIGIN, cookies).status()).isNotEqualTo(403);
        for (var other : new String[] {"https://evil.example", "http://ledger.example.com", "null"}) {
            assertThat(submit("/preferences", other, cookies).status())
                    .as(other)
                    .isEqualTo(403);
            assertThat(submit("/sign-out", other, cookies).status()).as(other).isEqualTo(403);
            assertThat(submit("/sign-in", other, "").status()).as(other).isEqualTo(403);
        }
    }

    @Test
    void a_cookie_without_the_prefix_is_nobodys() {
        var tab = new Tab(service);
        tab.put("ledger-token", "a.b.c");
        tab.put("ledger-purpose", "Y2FzZSA3");

        assertThat(tab.open("/sign-in").status()).isEqualTo(200);
    }
}
