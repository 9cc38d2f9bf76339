package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class TlsTest {

    @TempDir
    private Path folder;

    @Test
    void aRenewedCertificateIsTakenWhileTheServiceRuns() throws Exception {
        var files = write(Certificate.of("first", folder));
        try (var service = start(files)) {
            for (var port : new String[] {"local.server.port", "local.management.port"}) {
                assertThat(nameSeen(service, port)).isEqualTo("CN=first");
            }

            write(Certificate.of("second", folder));

            for (var port : new String[] {"local.server.port", "local.management.port"}) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> nameSeen(service, port).equals("CN=second"));
            }
        }
    }

    @Test
    void browsersAreToldToComeBackEncrypted() throws Exception {
        try (var service = start(write(Certificate.of("first", folder)));
                var socket = connect(service, "local.server.port", "TLSv1.3")) {
            socket.getOutputStream()
                    .write("GET /v1/openapi.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("Strict-Transport-Security: max-age=31536000");
        }
    }

    @Test
    void onlyWhatIsSafeIsSpoken() throws Exception {
        try (var service = start(write(Certificate.of("first", folder)))) {
            for (var protocol : new String[] {"TLSv1.3", "TLSv1.2"}) {
                try (var socket = connect(service, "local.server.port", protocol)) {
                    assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
                }
            }
            assertThatThrownBy(() -> connect(
                                    service, "local.server.port", "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256")
                            .close())
                    .isInstanceOf(SSLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_TLS_CERTIFICATE", "HTTP_TLS_PRIVATE_KEY"})
    void aFileThatIsMissingOrNoPemStopsTheStart(String setting) throws Exception {
        var files = write(Certificate.of("first", folder));
        var file = setting.endsWith("CERTIFICATE") ? files[0] : files[1];

        Files.writeString(file, "nonsense");
        assertThat(refusal(files)).hasMessageContaining(setting).hasMessageContaining("holds no");
        Files.delete(file);
        assertThat(refusal(files)).hasMessageContaining(setting).hasMessageContaining("cannot be read");
    }

    @Test
    void aKeyThatIsPutInPlaceOfItsFileIsNotRepeated() throws Exception {
        var files = write(Certificate.of("first", folder));

        assertThat(refusal(files[0], Path.of("planted-key")))
                .hasMessage("HTTP_TLS_PRIVATE_KEY names a file that cannot be read.")
                .hasNoCause();
    }

    @Test
    void aKeyOfAnotherCertificateStopsTheStart() throws Exception {
        var files = write(Certificate.of("first", folder));
        Files.writeString(files[1], Certificate.of("second", folder).privateKeyPem());

        assertThat(refusal(files)).hasMessageContaining("HTTP_TLS_PRIVATE_KEY is not the key");
    }

    @Test
    void oneFileAloneStopsTheStart() throws Exception {
        var files = write(Certificate.of("first", folder));

        assertThat(refusal(files[0], Path.of(""))).hasMessageContaining("only one of");
        assertThat(refusal(Path.of(""), files[1])).hasMessageContaining("only one of");
    }

    private Path[] write(Certificate certificate) throws IOException {
        var files = new Path[] {folder.resolve("tls.crt"), folder.resolve("tls.key")};
        certificate.writeTo(files[0], files[1]);
        return files;
    }

    private static SettingException refusal(Path... files) {
        var thrown = catchThrowable(() -> start(files).close());
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .filter(SettingException.class::isInstance)
                .map(SettingException.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("it started, or failed otherwise", thrown));
    }

    private static ConfigurableApplicationContext start(Path... files) {
        return new SpringApplicationBuilder(SampleService.class)
                .run(
                        "--access.issuer=" + TestIssuer.ISSUER,
                        "--access.jwk-set-file=" + TestIssuer.properties().get("access.jwk-set-file"),
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.ssl.bundle.watch.file.quiet-period=200ms",
                        "--http.tls.certificate=" + files[0],
                        "--http.tls.private-key=" + files[1]);
    }

    private static String nameSeen(ConfigurableApplicationContext service, String port)
            throws IOException, GeneralSecurityException {
        try (var socket = connect(service, port, "TLSv1.3")) {
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private static SSLSocket connect(
            ConfigurableApplicationContext service, String port, String protocol, String... ciphers)
            throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAnybody()}, null);
        var socket = (SSLSocket) context.getSocketFactory()
                .createSocket("localhost", service.getEnvironment().getRequiredProperty(port, Integer.class));
        socket.setSoTimeout(10_000);
        socket.setEnabledProtocols(new String[] {protocol});
        if (ciphers.length > 0) {
            assertThat(Arrays.asList(socket.getSupportedCipherSuites())).contains(ciphers);
            socket.setEnabledCipherSuites(ciphers);
        }
        socket.startHandshake();
        return socket;
    }

    /** The test looks at the certificate itself. */
    private static final class TrustsAnybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
