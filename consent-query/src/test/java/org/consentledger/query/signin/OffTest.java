package org.consentledger.query.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Site;
import org.junit.jupiter.api.Test;

class OffTest {

    @Test
    void without_a_client_the_page_says_how_to_switch_signing_in_on() {
        var tab = new Tab(QueryService.shared());

        assertThat(tab.open("/").header("Location")).isEqualTo("/sign-in");
        assertThat(tab.open("/sign-in").body())
                .contains("LEDGER_CONSOLE_CLIENT_ID")
                .doesNotContain("<form");
        assertThat(tab.submit("/sign-in", "purpose", "p").status()).isEqualTo(503);
        assertThat(tab.submit("/sign-out").header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void the_pages_are_as_every_page_must_be_in_both_languages() {
        var site = Site.of(QueryService.shared()).with("Authorization", "").with("X-Purpose-Of-Access", "");

        assertThat(site.page("/sign-in").select("html").attr("lang")).isEqualTo("en");
        assertThat(site.inItalian().page("/sign-in").select("h1").text()).isEqualTo("Accedi alla console");
        assertThat(site.problem("/sign-in/callback", 400)
                        .select("[role=alert].note")
                        .text())
                .contains("sign in again");
    }

    @Test
    void a_provider_that_is_away_stops_no_start_and_is_told() {
        try (var service = QueryService.on(
                LedgerDatabase.fresh(), "access.issuer=http://localhost:1", "sign-in.client-id=console")) {
            var answer = new Tab(service).submit("/sign-in", "purpose", "case 7", "to", "/?a=1");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("cannot be reached", "value=\"/?a=1\"");
        }
    }
}
