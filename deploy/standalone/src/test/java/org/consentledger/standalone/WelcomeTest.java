package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.consentledger.standalone.token.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WelcomeTest {

    private static final Map<String, String> PORTS = Map.of(
            "COMMAND_PORT", "1001",
            "QUERY_PORT", "1002",
            "ISSUER_PORT", "1005",
            "COMMAND_MANAGEMENT_PORT", "1003",
            "QUERY_MANAGEMENT_PORT", "1004");

    @Test
    void every_address_has_the_real_port() {
        var text = new Welcome(Settings.of(PORTS), Role::id, role -> "secret-of-" + role.id()).text();

        assertThat(text)
                .contains("http://localhost:1001/v1/docs", "http://localhost:1002/v1/openapi.json")
                .contains("http://localhost:1003/actuator/prometheus", "http://localhost:1004/actuator/prometheus")
                .contains("http://localhost:1002/ ", "http://localhost:1005 ")
                .doesNotContain(":808", ":908");
    }

    @Test
    void who_opens_the_console_is_told_how_to_sign_in() {
        assertThat(new Welcome(Settings.of(PORTS), Role::id, role -> "secret-of-" + role.id())
                        .text()
                        .lines())
                .anyMatch(line -> line.matches(
                        "console +http://localhost:1002/ +sign in as auditor, password secret-of-auditor"));
    }

    @Test
    void the_three_calls_are_single_lines_with_bodies_that_are_json() {
        var calls = new Welcome(Settings.of(PORTS), Role::id, role -> "secret-of-" + role.id())
                .text()
                .lines()
                .filter(line -> line.startsWith("curl "))
                .toList();

        assertThat(calls)
                .hasSize(3)
                .allMatch(call -> call.contains("-H \"Authorization: Bearer $(cat .ledger/tokens/writer)\""));
        assertThat(calls.get(0)).contains("http://localhost:1001/v1/commands/give-consent ");
        assertThat(calls.get(1)).contains("http://localhost:1001/v1/commands/record-transfer ");
        assertThat(calls.get(2)).contains(" http://localhost:1002/v1/subjects/cust-1001/consents ");
        assertThat(calls.stream()
                        .flatMap(call ->
                                Pattern.compile("-d '(.*)'").matcher(call).results())
                        .map(match -> new JsonMapper()
                                .readTree(match.group(1))
                                .get("subject")
                                .asString()))
                .containsExactly("cust-1001", "cust-1001");
    }

    @Test
    void a_ledger_without_the_notice_offers_no_call_that_would_fail() {
        var settings = Settings.of(Map.of("LEDGER_REFERENCE", "false"));

        assertThat(new Welcome(settings, Role::id, role -> "secret-of-" + role.id()).text())
                .doesNotContain("curl")
                .contains("publish-notice");
    }
}
