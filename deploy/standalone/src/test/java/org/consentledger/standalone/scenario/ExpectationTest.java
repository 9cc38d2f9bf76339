package org.consentledger.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

class ExpectationTest {

    private static final String REFUSAL = """
            {"code": "TRANSFER_REFUSED", "errors": [{"pointer": "/a"}, {"pointer": "/b/0"}],
             "decision": {"verdict": "REFUSED", "reasons": ["OBJECTED", "SAFEGUARD_MISSING"]},
             "events": [{"type": "TransferRefused"}]}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status: 403",
                "status: [201, 403]",
                "{status: 403, code: TRANSFER_REFUSED}",
                "{status: 403, pointer: /b/0}",
                "{status: 403, decision: {verdict: REFUSED, reasons: [OBJECTED, SAFEGUARD_MISSING]}}",
                "{status: 403, events: [TransferRefused]}",
                "{status: 403, json: {/decision/verdict: REFUSED, '/errors[pointer=~1a]': {pointer: /a}}}",
            })
    void an_answer_that_is_as_expected(String expectation) {
        assertThat(mismatches(expectation, 403, REFUSAL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "status: 201                          | HTTP status must be 201, is 403",
                "status: [200, 201]                   | HTTP status must be one of [200, 201], is 403",
                "{status: 403, code: NOT_FOUND}       | the problem's code must be NOT_FOUND, is TRANSFER_REFUSED",
                "{status: 403, pointer: /b}           | the problem must point to /b, points to [/a, /b/0]",
                "{status: 403, events: []}            | the events must be [], is [TransferRefused]",
                "{status: 403, json: {/x: 1}}         | /x must be 1, is missing",
                "{status: 403, json: {/code: A}}      | /code must be \"A\", is \"TRANSFER_REFUSED\"",
                "{status: 403, decision: {verdict: PERMITTED, reasons: []}}"
                        + "| the decision must be PERMITTED [], is REFUSED [OBJECTED, SAFEGUARD_MISSING]",
                "{status: 403, decision: {verdict: REFUSED, reasons: [SAFEGUARD_MISSING, OBJECTED]}}"
                        + "| the decision must be REFUSED [SAFEGUARD_MISSING, OBJECTED],"
                        + " is REFUSED [OBJECTED, SAFEGUARD_MISSING]",
            })
    void each_difference_is_told(String expectation, String mismatch) {
        assertThat(mismatches(expectation, 403, REFUSAL)).containsExactly(mismatch);
    }

    @Test
    void every_difference_is_told() {
        assertThat(mismatches("{status: 201, code: A, pointer: /x, events: [B]}", 403, REFUSAL))
                .hasSize(4);
    }

    @Test
    void a_repeat_of_a_known_fact_has_no_events_to_compare_unless_none_is_expected() {
        assertThat(mismatches("{status: [201, 200], events: [ConsentGiven]}", 200, "{\"events\": []}"))
                .isEmpty();
        assertThat(mismatches("{status: 200, events: []}", 200, "{\"events\": []}"))
                .isEmpty();
        assertThat(mismatches("{status: 200, events: []}", 200, "{\"events\": [{\"type\": \"ConsentGiven\"}]}"))
                .hasSize(1);
        assertThat(mismatches("{status: [201, 200], events: [ConsentGiven]}", 201, "{\"events\": []}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2016-11-07T09:00:00Z\"', '\"2016-11-07T10:00:00+01:00\"', true",
        "'\"2016-11-07T09:00:00Z\"', '\"2016-11-07T09:00:00.000Z\"',  true",
        "'\"2016-11-07T09:00:00Z\"', '\"2016-11-07T09:00:00.001Z\"',  false",
        "'\"2016-11-07T09:00:00Z\"', '\"some day\"',                  false",
        "1,                          1.0,                             true",
        "1,                          '\"1\"',                         false",
        "'[]',                       '[]',                            true",
        "'[1, 2]',                   '[2, 1]',                        false",
        "'[1]',                      '[1, 2]',                        false",
        "null,                       null,                            true",
        "null,                       false,                           false",
    })
    void values_are_compared_by_what_they_mean(String expected, String actual, boolean agree) {
        var mapper = new JsonMapper();

        assertThat(Agreement.between(mapper.readTree(expected), mapper.readTree(actual)))
                .isEqualTo(agree);
    }

    @Test
    void an_answer_without_a_body_is_an_answer() {
        assertThat(expectation("{status: 200, json: {/a: null}}").mismatches(new Reply(200, MissingNode.getInstance())))
                .containsExactly("/a must be null, is missing");
    }

    private static List<String> mismatches(String expectation, int status, String body) {
        return expectation(expectation).mismatches(new Reply(status, new JsonMapper().readTree(body)));
    }

    private static Expectation expectation(String yaml) {
        var expect = yaml.startsWith("{") ? yaml : "{" + yaml + "}";
        var scenario = "{title: t, chapters: [{chapter: c, steps: [{say: s, query: /q, expect: " + expect + "}]}]}";
        return Scenario.read(new ByteArrayInputStream(scenario.getBytes(StandardCharsets.UTF_8)))
                .steps()
                .findFirst()
                .orElseThrow()
                .expect();
    }
}
