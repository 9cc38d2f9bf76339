package org.consentledger.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerClientTest {

    private static final JsonNode BODY = new JsonMapper().readTree("{\"a\":1}");

    private FakeLedger ledger;
    private LedgerClient client;

    @BeforeEach
    void start() throws IOException {
        ledger = new FakeLedger();
        client = ledger.client();
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void a_command_goes_to_its_address_with_its_key() throws Exception {
        ledger.at("/v1/commands/give-consent", 201, "{\"position\": 7}");

        var reply = client.play(new CommandStep("s", "give-consent", "key-1", BODY, anything()));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body().get("position").asInt()).isEqualTo(7);
        assertThat(ledger.requests()).containsExactly("POST /v1/commands/give-consent key-1 {\"a\":1}");
    }

    @Test
    void a_query_sees_what_the_last_command_recorded() throws Exception {
        ledger.at("/v1/commands/give-consent", 201, "{\"position\": 7}");

        client.play(new QueryStep("s", "/notices", anything()));
        client.play(new CommandStep("s", "give-consent", null, BODY, anything()));
        client.play(new QueryStep("s", "/notices", anything()));
        client.play(new QueryStep("s", "/decisions?subject=anna", anything()));

        assertThat(ledger.requests())
                .containsExactly(
                        "GET /v1/notices",
                        "POST /v1/commands/give-consent  {\"a\":1}",
                        "GET /v1/notices?minPosition=7",
                        "GET /v1/decisions?subject=anna&minPosition=7");
    }

    @Test
    void a_command_that_recorded_nothing_changes_nothing_about_that() throws Exception {
        ledger.at("/v1/commands/give-consent", 201, "{\"position\": 7}");
        ledger.at("/v1/commands/revoke-consent", 422, "{\"code\": \"INVALID_FIELD\"}");

        client.command("give-consent", null, BODY);
        client.command("revoke-consent", null, BODY);
        client.query("/notices");

        assertThat(ledger.requests()).last().isEqualTo("GET /v1/notices?minPosition=7");
    }

    @Test
    void an_answer_that_is_no_json_has_no_body() throws Exception {
        ledger.at("/v1/notices", 502, "<html>");

        var reply = client.query("/notices");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.body().isMissingNode()).isTrue();
    }

    @Test
    void nobody_there_is_an_error() {
        ledger.close();

        assertThatIOException().isThrownBy(() -> client.query("/notices"));
    }

    private static Expectation anything() {
        return new Expectation(List.of(200), null, null, null, null, java.util.Map.of());
    }
}
