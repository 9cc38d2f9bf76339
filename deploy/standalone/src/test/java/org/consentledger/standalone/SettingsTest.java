package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void without_any_variable_everything_is_as_usual() {
        var settings = Settings.of(Map.of());

        assertThat(settings.data()).isEqualTo(Path.of(".ledger"));
        assertThat(settings.ports().of(Port.COMMAND_PORT)).isEqualTo(8080);
        assertThat(settings.ports().of(Port.QUERY_PORT)).isEqualTo(8081);
        assertThat(settings.ports().of(Port.ISSUER_PORT)).isEqualTo(8082);
        assertThat(settings.ports().of(Port.COMMAND_MANAGEMENT_PORT)).isEqualTo(9080);
        assertThat(settings.ports().of(Port.QUERY_MANAGEMENT_PORT)).isEqualTo(9081);
        assertThat(settings.reference()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "COMMAND_PORT, 1",
        "QUERY_PORT, 65535",
        "COMMAND_MANAGEMENT_PORT, 7000",
        "QUERY_MANAGEMENT_PORT, 7001",
    })
    void each_port_has_its_variable(Port port, int number) {
        assertThat(Settings.of(Map.of(port.name(), Integer.toString(number)))
                        .ports()
                        .of(port))
                .isEqualTo(number);
    }

    @Test
    void the_data_can_be_elsewhere_and_the_reference_left_out() {
        var settings = Settings.of(Map.of("LEDGER_DATA", "/srv/ledger", "LEDGER_REFERENCE", "false"));

        assertThat(settings.data()).isEqualTo(Path.of("/srv/ledger"));
        assertThat(settings.reference()).isFalse();
    }

    @Test
    void a_variable_set_to_nothing_counts_as_not_set() {
        assertThat(Settings.of(Map.of("LEDGER_DATA", "", "COMMAND_PORT", "", "LEDGER_REFERENCE", "")))
                .isEqualTo(Settings.of(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "COMMAND_PORT, 0",
        "COMMAND_PORT, -1",
        "COMMAND_PORT, 65536",
        "COMMAND_PORT, 99999999999",
        "QUERY_PORT, http",
        "COMMAND_MANAGEMENT_PORT, ' 9080'",
        "QUERY_MANAGEMENT_PORT, 90.81",
        "LEDGER_REFERENCE, no",
        "LEDGER_REFERENCE, TRUE",
    })
    void a_wrong_value_is_told_in_one_line_with_its_variable(String variable, String value) {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> Settings.of(Map.of(variable, value)))
                .satisfies(refused -> {
                    assertThat(refused.exitStatus()).isEqualTo(2);
                    assertThat(refused.getMessage())
                            .startsWith(variable + "=" + value)
                            .doesNotContain("\n");
                });
    }

    @Test
    void two_ports_with_one_number_are_refused() {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> Settings.of(Map.of("QUERY_PORT", "8080")))
                .withMessage("COMMAND_PORT and QUERY_PORT are both 8080: give each a port of its own")
                .satisfies(refused -> assertThat(refused.exitStatus()).isEqualTo(2));
    }
}
