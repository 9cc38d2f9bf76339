package org.consentledger.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.consentledger.ledger.Planted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LogSearchTest {

    private static final String LINE = "2026-11-23T10:00:00.000Z  INFO [main] o.c.c.ConsentCommand : ";

    @TempDir
    private Path folder;

    static Stream<Arguments> leaks() {
        var key = Planted.SUBJECT_KEY.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("a token", "of eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl, expired"),
                Arguments.of("a token", "unsigned eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."),
                Arguments.of("a bearer token", "Authorization: Bearer 2YotnFZFEjr1zCsicMWpAA"),
                Arguments.of("a private key", "-----BEGIN PRIVATE KEY-----"),
                Arguments.of("a private key", "-----BEGIN RSA PRIVATE KEY-----"),
                Arguments.of(
                        "a private JSON Web Key",
                        "{\"kty\":\"OKP\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}"),
                Arguments.of(
                        "a key that signs the log",
                        "PRIVATE+KEY+consent.example/ledger+0a1b2c3d+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                Arguments.of("a key of the tests", HexFormat.of().formatHex(key)),
                Arguments.of("a key of the tests", Base64.getEncoder().encodeToString(key)),
                Arguments.of("what a test planted", Planted.SUBJECT_KEY),
                Arguments.of("what a test planted", "password authentication with planted-owner failed"),
                Arguments.of("what a test planted", "GET /v1/subjects/planted-person/consents"),
                Arguments.of("what a test planted", "colour=SECRET"),
                Arguments.of("what a test planted", "subject=cust-1001"),
                Arguments.of("what a test planted", "{\"subject\":\"anna\"}"),
                Arguments.of("what a test planted", "collected by web-shop"));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void findsWhatMustNotBeLogged(String kind, String leak) throws IOException {
        var log = log(LINE + "Started in 3 seconds", LINE + leak);

        assertThat(LogSearch.in(log)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(leak).contains(finding.text());
        });
    }

    @Test
    void findsItInAStackTraceToo() throws IOException {
        assertThat(LogSearch.in(
                        log("Caused by: java.lang.IllegalStateException: 'planted-reader'", "\tat A.b(A.java:1)")))
                .hasSize(1);
    }

    @Test
    void findsItBesideBytesThatAreNoText() throws IOException {
        var log = folder.resolve("binary.log");
        Files.write(log, new byte[] {(byte) 0xff, 'p', 'l', 'a', 'n', 't', 'e', 'd', (byte) 0xfe});

        assertThat(LogSearch.in(log)).hasSize(1);
    }

    @Test
    void leavesAloneWhatServicesSay() throws IOException {
        assertThat(LogSearch.in(log(
                        LINE + "Started ConsentCommand in 3.1 seconds",
                        LINE
                                + "event s-00112233445566778899aabbccddeeff of implanted savannah cannot be read: ConsentGiven",
                        LINE + "LEDGER_CONSOLE_CLIENT_SECRET is set, but LEDGER_CONSOLE_CLIENT_ID is not",
                        LINE + "a bearer token is missing")))
                .isEmpty();
    }

    private Path log(String... lines) throws IOException {
        return Files.writeString(folder.resolve("some.log"), String.join("\n", lines));
    }
}
