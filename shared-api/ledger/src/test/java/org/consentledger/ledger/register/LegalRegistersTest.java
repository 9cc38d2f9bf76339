package org.consentledger.ledger.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.consentledger.register.Validity.Standing;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegalRegistersTest {

    @Test
    void theShippedOneKnowsTheFallOfSafeHarbor() {
        var safeHarbor =
                LegalRegisters.shipped().framework("EU-US-SAFE-HARBOR", "US").orElseThrow();

        assertThat(safeHarbor.validity().standingAt(Instant.parse("2015-10-05T23:59:59.999999Z")))
                .isEqualTo(Standing.VALID);
        assertThat(safeHarbor.validity().standingAt(Instant.parse("2015-10-06T00:00:00Z")))
                .isEqualTo(Standing.INVALIDATED);
    }

    @Test
    void anOperatorsOwnReplacesIt(@TempDir Path folder) throws IOException {
        var file = folder.resolve("register.yaml");
        Files.writeString(file, """
                areas:
                  - code: HOME
                    members:
                      - {country: "CH", from: "2000-01-01", until: null, source: "test"}
                adequacyDecisions: []
                frameworks: []
                """);

        var register = LegalRegisters.load("LEDGER_PREVIOUS_LEGAL_REGISTERS", file);

        assertThat(register.isWithin(List.of("HOME"), "CH", Instant.parse("2016-01-01T00:00:00Z")))
                .isTrue();
        assertThat(register.digest()).isNotEqualTo(LegalRegisters.shipped().digest());
    }

    @Test
    void aFileThatIsNoRegisterSaysWhereItGoesWrong(@TempDir Path folder) throws IOException {
        var file = folder.resolve("register.yaml");
        Files.writeString(file, "areas: []\nadequacyDecisions: []\nframeworks: []\nexceptions: []\n");

        assertThatThrownBy(() -> LegalRegisters.load("LEDGER_PREVIOUS_LEGAL_REGISTERS", file))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("LEDGER_PREVIOUS_LEGAL_REGISTERS: ")
                .hasMessageContaining("exceptions")
                .hasMessageContaining("line");
        assertThatThrownBy(() -> LegalRegisters.load("LEDGER_PREVIOUS_LEGAL_REGISTERS", folder.resolve("none.yaml")))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("LEDGER_PREVIOUS_LEGAL_REGISTERS: ")
                .hasMessageContaining("cannot be read");
    }
}
