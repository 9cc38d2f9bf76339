package org.consentledger.log.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "'=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201"
            })
    void standsBeforeWhatASpreadsheetWouldRun(String cell) {
        assertThat(FormulaGuard.guarded(cell)).isEqualTo("'" + cell);
        assertThat(FormulaGuard.unguarded("'" + cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "a=b", " =1", "\u2212"})
    void leavesAllElseAsItIs(String cell) {
        assertThat(FormulaGuard.guarded(cell)).isEqualTo(cell);
        assertThat(FormulaGuard.unguarded(cell)).isEqualTo(cell);
    }
}
