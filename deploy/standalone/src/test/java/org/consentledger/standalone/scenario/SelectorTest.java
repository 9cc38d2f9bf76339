package org.consentledger.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SelectorTest {

    private static final JsonNode DOCUMENT = new JsonMapper().readTree("""
            {"subject": "anna", "a/b": 1, "m~n": 2, "nothing": null,
             "consents": [{"purpose": "mail", "state": "GIVEN"},
                          {"purpose": "images", "state": "REFUSED"},
                          {"purpose": "images", "state": "GIVEN"}],
             "ground": {"safeguard": {"kind": "ADEQUACY"}}}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/subject                            | anna",
                "/ground/safeguard/kind              | ADEQUACY",
                "/consents[purpose=mail]/state       | GIVEN",
                "/consents[purpose=images]/state     | REFUSED",
                "/consents/2/state                   | GIVEN",
                "/a~1b                               | 1",
                "/m~0n                               | 2",
            })
    void it_finds_the_value(String selector, String value) {
        assertThat(Selector.of(selector).select(DOCUMENT).asString()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/objections", "/consents[purpose=x]/state", "/consents/3", "/subject/0", "/subject[a=b]", "/1"})
    void what_is_not_there_is_missing(String selector) {
        assertThat(Selector.of(selector).select(DOCUMENT).isMissingNode()).isTrue();
    }

    @Test
    void a_null_is_there() {
        assertThat(Selector.of("/nothing").select(DOCUMENT).isNull()).isTrue();
    }

    @Test
    void a_list_at_the_top_has_no_name() {
        var consents = DOCUMENT.get("consents");

        assertThat(Selector.of("/[purpose=mail]/state").select(consents).asString())
                .isEqualTo("GIVEN");
    }

    @Test
    void an_empty_selector_means_the_document() {
        assertThat(Selector.of("").select(DOCUMENT)).isSameAs(DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "/consents[purpose]", "/consents[=x]", "/consents[purpose=x", "/consents]"})
    void what_is_no_selector_is_rejected(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Selector.of(text));
    }

    @Test
    void in_words_the_choice_stands_for_its_list() {
        assertThat(Selector.of("/consents[purpose=mail]/state")).hasToString("mail state");
    }
}
