package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.consentledger.standalone.scenario.FakeLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {

    private FakeLedger ledger;

    @BeforeEach
    void start() throws IOException {
        ledger = new FakeLedger();
        List.of("publish-notice", "register-recipient", "record-safeguard")
                .forEach(command -> ledger.at("/v1/commands/" + command, 201, "{}"));
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void the_notice_comes_first_and_every_command_has_a_key_of_its_own() throws Exception {
        assertThat(new ReferenceData(ledger.client()).load()).isEmpty();

        assertThat(ledger.requests())
                .first()
                .asString()
                .startsWith("POST /v1/commands/publish-notice reference-")
                .contains("\"notice\":\"reference\"")
                .doesNotContain("annotations");
        assertThat(ledger.requests()).hasSizeGreaterThan(20).allMatch(request -> request.contains(" reference-"));
        assertThat(ledger.requests().stream().map(request -> request.split(" ", 4)[2]))
                .doesNotHaveDuplicates();
    }

    @Test
    void another_start_sends_the_very_same() throws Exception {
        new ReferenceData(ledger.client()).load();
        var first = ledger.requests();

        new ReferenceData(ledger.client()).load();

        assertThat(ledger.requests().subList(first.size(), 2 * first.size())).isEqualTo(first);
    }

    @Test
    void what_the_ledger_does_not_take_is_told_and_the_rest_goes_on() throws Exception {
        ledger.at("/v1/commands/publish-notice", 409, "{\"detail\": \"published with other content\"}");

        assertThat(new ReferenceData(ledger.client()).load())
                .containsExactly(
                        "reference data: publish-notice reference was not taken:" + " published with other content");
    }
}
