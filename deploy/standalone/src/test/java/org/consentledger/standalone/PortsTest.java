package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @ParameterizedTest
    @EnumSource(Port.class)
    void a_taken_port_is_named_with_its_variable_and_what_to_do(Port port) throws IOException {
        var environment = FreePorts.environment();
        var number = environment.get(port.name());
        assertThatCode(() -> Ports.of(environment).checkFree()).doesNotThrowAnyException();

        try (var _ = new ServerSocket(Integer.parseInt(number))) {
            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(() -> Ports.of(environment).checkFree())
                    .withMessageStartingWith("port " + number + " (" + port + ") is taken")
                    .withMessageContaining("choose another: " + port + "=")
                    .satisfies(refused -> assertThat(refused.exitStatus()).isEqualTo(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void it_does_not_matter_on_which_address_it_is_taken(String address) throws IOException {
        var environment = FreePorts.environment();
        var number = Integer.parseInt(environment.get("QUERY_PORT"));

        try (var _ = new ServerSocket(number, 1, InetAddress.ofLiteral(address))) {
            assertThatExceptionOfType(StartRefusedException.class)
                    .isThrownBy(() -> Ports.of(environment).checkFree())
                    .withMessageStartingWith("port " + number + " (QUERY_PORT) is taken");
        }
    }
}
