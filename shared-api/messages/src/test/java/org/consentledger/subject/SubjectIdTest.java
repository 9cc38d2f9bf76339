package org.consentledger.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectIdTest {

    @Test
    void reads_as_its_value_alone() {
        assertThat(new SubjectId("s-0123456789abcdef0123456789abcdef"))
                .hasToString("s-0123456789abcdef0123456789abcdef");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cust-1001",
                "s-0123456789abcdef0123456789abcde",
                "s-0123456789abcdef0123456789abcdef0",
                "s-0123456789ABCDEF0123456789ABCDEF",
                "s-0123456789abcdef0123456789abcdef\n"
            })
    void a_reference_from_upstream_is_no_pseudonym_and_is_not_repeated_in_the_error(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubjectId(value))
                .withMessage("a subject id is s- and 32 hexadecimal digits");
    }
}
