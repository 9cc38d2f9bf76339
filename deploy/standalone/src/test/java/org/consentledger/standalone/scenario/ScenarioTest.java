package org.consentledger.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {

    @Test
    void the_shipped_story_can_be_read_and_all_its_selectors_too() {
        var scenario = Scenario.reference();

        assertThat(scenario.chapters()).hasSizeGreaterThan(5);
        assertThat(scenario.steps()).hasSizeGreaterThan(50).allSatisfy(step -> {
            assertThat(step.say()).isNotBlank();
            assertThat(step.expect().status()).isNotEmpty();
            step.expect().json().keySet().forEach(Selector::of);
        });
    }

    @Test
    void a_step_is_a_command_or_a_query() {
        var scenario = read("""
                title: A story
                chapters:
                  - chapter: One
                    steps:
                      - {say: first, command: give-consent, idempotencyKey: k, body: {a: 1}, expect: {status: 201}}
                      - {say: then, query: /notices, expect: {status: [200, 404]}}
                """);

        assertThat(scenario.steps())
                .satisfiesExactly(
                        first -> {
                            assertThat(first).isInstanceOfSatisfying(CommandStep.class, step -> {
                                assertThat(step.command()).isEqualTo("give-consent");
                                assertThat(step.idempotencyKey()).isEqualTo("k");
                                assertThat(step.body()).hasToString("{\"a\":1}");
                                assertThat(step.expect().status()).isEqualTo(List.of(201));
                            });
                        },
                        then -> assertThat(then).isInstanceOfSatisfying(QueryStep.class, step -> {
                            assertThat(step.query()).isEqualTo("/notices");
                            assertThat(step.expect().status()).isEqualTo(List.of(200, 404));
                        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{say: s, expect: {status: 200}}",
                "{say: s, command: c, expect: {status: 200}}",
                "{say: s, command: c, body: {}, query: /q, expect: {status: 200}}",
                "{say: s, query: /q, idempotencyKey: k, expect: {status: 200}}",
                "{say: s, query: /q, expects: {status: 200}}",
                "{say: s, query: /q, expect: {status: 200, reason: x}}",
            })
    void any_other_step_is_rejected(String step) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{title: t, chapters: [{chapter: c, steps: [" + step + "]}]}"));
    }

    private static Scenario read(String yaml) {
        return Scenario.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
