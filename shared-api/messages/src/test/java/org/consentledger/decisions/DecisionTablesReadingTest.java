package org.consentledger.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTablesReadingTest {

    private static final String TABLE = """
            title: One case
            notices: []
            recipients:
              - {recipient: printer, class: SUB_SUPPLIER, country: "NO"}
            cases:
              - case: Nobody ever asked
                given:
                  - {gives: newsletter, at: "2016-03-01T09:00:00Z", form: EXPLICIT, notice: terms, version: v1}
                  - {withdraws-objection: ads, at: "2016-03-02T09:00:00Z"}
                  - {erased: true, at: "2016-03-03T09:00:00Z"}
                transfer: {to: printer, purpose: newsletter, categories: [contact], at: "2016-06-01T12:00:00Z"}
                verdict: REFUSED
                reasons: [CONSENT_MISSING]
            """;

    @Test
    void a_table_is_read_whole() {
        var table = DecisionTables.read("one.yaml", TABLE);

        assertThat(table.recipients().getFirst().country()).isEqualTo("NO");
        assertThat(table.recipients().getFirst().name()).isEqualTo("printer");
        assertThat(table.cases().getFirst().given())
                .extracting(GivenFact::kind)
                .containsExactly(GivenFact.Kind.GIVES, GivenFact.Kind.WITHDRAWS_OBJECTION, GivenFact.Kind.ERASED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an unknown key           | title:                       | titel:",
                "an unknown reason        | CONSENT_MISSING              | CONSENT_MISLAID",
                "a key given twice        | verdict: REFUSED             | verdict: REFUSED, verdict: REFUSED",
                "a verdict without reason | reasons: [CONSENT_MISSING]   | reasons: []",
                "a fact that says two     | {erased: true,               | {erased: true, revokes: ads,",
                "a fact that says nothing | {erased: true,               | {erased: false,",
                "a yes without a form     | 'form: EXPLICIT, '           | ''",
                "a yes without a notice   | 'notice: terms, '            | ''",
                "a fact of tomorrow       | 2016-06-01                   | 2036-06-01"
            })
    void a_table_that_is_not_well_formed_is_an_error_that_names_it(String flaw, String text, String replacement) {
        var broken = TABLE.replace(text, replacement.replace(", verdict", "\n    verdict"));

        assertThat(broken).as(flaw).isNotEqualTo(TABLE);
        assertThatIllegalArgumentException()
                .as(flaw)
                .isThrownBy(() -> DecisionTables.read("one.yaml", broken))
                .withMessageStartingWith("decision table one.yaml: ");
    }

    @Test
    void a_case_told_twice_is_an_error() {
        var twice = TABLE + TABLE.substring(TABLE.indexOf("  - case:"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionTables.read("one.yaml", twice))
                .withMessageContaining("same name");
    }

    @Test
    void a_table_without_a_case_is_an_error() {
        var empty = "title: None\nnotices: []\nrecipients: []\ncases: []\n";

        assertThatIllegalArgumentException().isThrownBy(() -> DecisionTables.read("one.yaml", empty));
        assertThatIllegalArgumentException().isThrownBy(() -> DecisionTables.read("one.yaml", ""));
    }

    @Test
    void a_directory_without_a_table_is_an_error(@TempDir Path directory) {
        assertThatIllegalArgumentException().isThrownBy(() -> DecisionTables.in(directory));
    }
}
