package org.consentledger.diagnosis;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.consentledger.diagnosis.Heard.Answer;
import org.consentledger.diagnosis.Heard.Silence;
import org.jspecify.annotations.Nullable;

/** Asks over HTTP, and has an answer for everything. */
final class Client implements AutoCloseable {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(3);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);

    private final HttpClient http;

    Client(SSLContext trust) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTED_WITHIN)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(trust)
                .build();
    }

    Heard get(URI url, Optional<Token> token) {
        return send(request(url, token).GET().build());
    }

    /** A command without a field, which no service records, whoever is let in. */
    Heard postNothing(URI url) {
        return send(request(url, Optional.empty())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }

    private static HttpRequest.Builder request(URI url, Optional<Token> token) {
        var request = HttpRequest.newBuilder(url)
                .timeout(ANSWERED_WITHIN)
                .header("X-Purpose-Of-Access", "examination of the installation");
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer.value()));
        return request;
    }

    private Heard send(HttpRequest request) {
        var sentAt = Instant.now();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().map().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    header -> header.getValue().getFirst())),
                    response.body(),
                    sentAt,
                    Duration.between(sentAt, Instant.now()),
                    response.sslSession().map(Client::certificateEnd).orElse(null));
        } catch (IOException | IllegalArgumentException e) {
            return new Silence(why(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Silence("interrupted");
        }
    }

    private static @Nullable Instant certificateEnd(SSLSession session) {
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? certificate.getNotAfter().toInstant()
                    : null;
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }

    private static String why(Exception failure) {
        return switch (failure) {
            case SSLException tls ->
                "no TLS connection (" + tls.getMessage() + "); the certificates to trust are given by --ca";
            case ConnectException refused ->
                refused.getCause() instanceof UnresolvedAddressException
                        ? "the host is not known here"
                        : "the connection was refused";
            case HttpTimeoutException late -> "no answer in time";
            default ->
                String.valueOf(failure.getMessage()).contains("HTTP/1.1 header parser received no bytes")
                        ? "it ended the connection without an answer; it may speak TLS alone (https)"
                        : failure.getClass().getSimpleName();
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
