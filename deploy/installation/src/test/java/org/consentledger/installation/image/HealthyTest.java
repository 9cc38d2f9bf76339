package org.consentledger.installation.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.consentledger.installation.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthyTest {

    @ParameterizedTest
    @CsvSource({"200, true", "503, false", "404, false"})
    void the_service_decides(int status, boolean healthy) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(exitStatus(server.getAddress().getPort(), Map.of()) == 0).isEqualTo(healthy);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nobody_there_is_not_healthy() throws Exception {
        assertThat(exitStatus(freePort(), Map.of())).isNotZero();
        assertThat(exitStatus(freePort(), Map.of("HTTP_TLS_CERTIFICATE", "/tls/tls.crt")))
                .isNotZero();
    }

    @Test
    void with_tls_somebody_who_listens_is_enough() throws Exception {
        try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(exitStatus(socket.getLocalPort(), Map.of("HTTP_TLS_CERTIFICATE", "/tls/tls.crt")))
                    .isZero();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static int exitStatus(int port, Map<String, String> environment) throws Exception {
        var call = new ProcessBuilder(Sources.path("deploy/images/healthy").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        call.environment().put("MANAGEMENT_PORT", Integer.toString(port));
        call.environment().putAll(environment);
        var process = call.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
