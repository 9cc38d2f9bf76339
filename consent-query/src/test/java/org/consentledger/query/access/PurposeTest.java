package org.consentledger.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The header in which a reader says why, byte by byte. */
class PurposeTest {

    private static final String PATH = "/v1/subjects/purposeful/consents";

    private static QueryService service;

    @BeforeAll
    static void somebodyToReadAbout() {
        service = QueryService.shared();
        service.recorder().record(Facts.given("purposeful", "business-notices", "2016-11-02"));
        service.get(PATH);
    }

    @Test
    void isTextOfAnyLanguage() throws IOException {
        assertThat(kept("Prüfung – № 7, 監査 🔍", StandardCharsets.UTF_8)).isEqualTo("Prüfung – № 7, 監査 🔍");
        assertThat(kept("🔍".repeat(200), StandardCharsets.UTF_8)).isEqualTo("🔍".repeat(200));
    }

    @Test
    void isOneLineOfBoundedLength() throws IOException {
        for (var wrong : new String[] {"", "   ", "x".repeat(201), "a\u0085b", "a\u0080b"}) {
            assertThat(answer("X-Purpose-Of-Access: " + wrong, StandardCharsets.UTF_8, "r"))
                    .startsWith("HTTP/1.1 422 ")
                    .contains("\"header\":\"X-Purpose-Of-Access\"", "must be 1 to 200 characters");
        }
        assertThat(answer("X-Purpose-Of-Access: Prüfung", StandardCharsets.ISO_8859_1, "r"))
                .startsWith("HTTP/1.1 422 ")
                .contains("must be UTF-8");
    }

    @Test
    void isGivenOnce() throws IOException {
        assertThat(answer("X-Purpose-Of-Access: one\r\nX-Purpose-Of-Access: two", StandardCharsets.UTF_8, "r"))
                .startsWith("HTTP/1.1 422 ")
                .contains("must be given once");
    }

    private static String kept(String purpose, Charset charset) throws IOException {
        var request = UUID.randomUUID().toString();
        assertThat(answer("X-Purpose-Of-Access: " + purpose, charset, request)).startsWith("HTTP/1.1 200 ");
        return service.jdbc()
                .sql("SELECT purpose FROM access.entry WHERE request_id = ?")
                .param(request)
                .query(String.class)
                .single();
    }

    /** Clients write headers in ASCII or as they like; so this one does without. */
    private static String answer(String header, Charset charset, String requestId) throws IOException {
        try (var socket = new Socket("localhost", service.at("/").getPort())) {
            var request = "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Request-Id: "
                    + requestId + "\r\nAuthorization: " + TestIssuer.authorization(Scope.AUDIT_READ) + "\r\n" + header
                    + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(charset));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
