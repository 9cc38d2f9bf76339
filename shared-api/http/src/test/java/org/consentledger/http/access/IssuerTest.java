package org.consentledger.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Where the keys come from, and what happens when they change or cannot be had. */
class IssuerTest {

    private static final RSAKey FIRST = TestIssuer.newKey("first");
    private static final RSAKey SECOND = TestIssuer.newKey("second");

    @TempDir
    Path folder;

    private HttpServer provider;
    private final AtomicInteger keyRequests = new AtomicInteger();
    private volatile JWKSet published = new JWKSet(FIRST.toPublicJWK());

    @AfterEach
    void stop() {
        if (provider != null) {
            provider.stop(0);
        }
    }

    @Test
    void anOpenIdProviderIsAskedForItsKeysWhenTheFirstTokenComes() throws IOException {
        var issuer = startProvider();
        var decoder = decoder(issuer, "");

        assertThat(keyRequests).hasValue(0);
        assertThat(decoder.decode(token(FIRST, issuer)).getSubject()).isEqualTo("somebody");
        assertThat(keyRequests).hasPositiveValue();
    }

    @Test
    void aProvidersNewKeyIsFetched() throws IOException {
        var issuer = startProvider();
        var decoder = decoder(issuer, "");
        decoder.decode(token(FIRST, issuer));

        published = new JWKSet(List.of(FIRST.toPublicJWK(), SECOND.toPublicJWK()));

        assertThat(decoder.decode(token(SECOND, issuer)).getSubject()).isEqualTo("somebody");
    }

    @Test
    void tokensOfUnknownKeysDoNotMakeAProviderBeAskedAgainAndAgain() throws IOException {
        var issuer = startProvider();
        var decoder = decoder(issuer, "");
        decoder.decode(token(FIRST, issuer));

        for (var i = 0; i < 50; i++) {
            assertThatThrownBy(() -> decoder.decode(token(SECOND, issuer))).isInstanceOf(BadJwtException.class);
        }

        assertThat(keyRequests.get()).isLessThan(5);
        assertThat(decoder.decode(token(FIRST, issuer)).getSubject()).isEqualTo("somebody");
    }

    @Test
    void whoeverDescribesAnotherIssuerIsNotBelieved() throws IOException {
        var issuer = startProvider();

        assertThatThrownBy(() -> decoder(issuer + "/", "").decode(token(FIRST, issuer + "/")))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    @Test
    void aProviderThatGoesAwayIsNotMissed() throws IOException {
        var issuer = startProvider();
        var decoder = decoder(issuer, "");
        decoder.decode(token(FIRST, issuer));
        provider.stop(0);

        assertThatThrownBy(() -> decoder.decode(token(SECOND, issuer))).isInstanceOf(BadJwtException.class);
        assertThat(decoder.decode(token(FIRST, issuer)).getSubject()).isEqualTo("somebody");
    }

    @Test
    void aProviderOutOfReachIsNotTheCallersFault() throws IOException {
        var issuer = startProvider();
        provider.stop(0);

        assertThatThrownBy(() -> decoder(issuer, "").decode(token(FIRST, issuer)))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    @Test
    void keysInAFileAreReadAgainForATokenOfANewOne() throws IOException {
        var file = Files.writeString(folder.resolve("keys.json"), published.toString());
        var decoder = decoder("urn:provider", file.toString());
        decoder.decode(token(FIRST, "urn:provider"));

        Files.writeString(file, new JWKSet(SECOND.toPublicJWK()).toString());

        assertThat(decoder.decode(token(SECOND, "urn:provider")).getSubject()).isEqualTo("somebody");
    }

    @Test
    void tokensOfUnknownKeysDoNotMakeTheFileBeReadAgainAndAgain() throws IOException {
        var file = Files.writeString(folder.resolve("keys.json"), published.toString());
        var decoder = decoder("urn:provider", file.toString());

        for (var i = 0; i < 50; i++) {
            assertThatThrownBy(() -> decoder.decode(token(SECOND, "urn:provider")))
                    .isInstanceOf(BadJwtException.class);
        }
        assertThat(decoder.decode(token(FIRST, "urn:provider")).getSubject()).isEqualTo("somebody");
    }

    @Test
    void aFileWithSecretsOrWithoutKeysIsRefused() throws IOException {
        for (var content : List.of(
                new JWKSet(FIRST).toString(false),
                "{\"keys\":[]}",
                "nonsense",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}")) {
            var file = Files.writeString(folder.resolve("wrong.json"), content);

            assertThatThrownBy(() -> decoder("urn:provider", file.toString()))
                    .isInstanceOf(SettingException.class)
                    .hasMessageStartingWith("LEDGER_JWK_SET_FILE");
        }
        assertThatThrownBy(() -> decoder("urn:provider", folder.resolve("none").toString()))
                .isInstanceOf(SettingException.class);
    }

    @Test
    void aTokenThatWasGoodIsNotGoodForLongerThanItSays() throws Exception {
        var file = Files.writeString(folder.resolve("keys.json"), published.toString());
        var checks = new AtomicInteger();
        var decoder = decoder("urn:provider", file.toString());
        var counting = new VerifiedTokens(token -> {
            checks.incrementAndGet();
            return decoder.decode(token);
        });
        var token = token(FIRST, "urn:provider");

        counting.decode(token);
        counting.decode(token);
        assertThat(checks).hasValue(1);

        var late = TestIssuer.signed(
                        FIRST,
                        TestIssuer.claims()
                                .issuer("urn:provider")
                                .issueTime(Date.from(Instant.now().minusSeconds(60)))
                                .expirationTime(Date.from(Instant.now().minusSeconds(1)))
                                .build())
                .serialize();
        // within the skew of clocks it is still good, but is not remembered
        counting.decode(late);
        counting.decode(late);
        assertThat(checks).hasValue(3);
    }

    private String startProvider() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var issuer = "http://localhost:" + provider.getAddress().getPort();
        provider.createContext("/.well-known/openid-configuration", exchange -> {
            try (exchange) {
                answer(
                        exchange,
                        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\",\"subject_types_supported\":[\"public\"]}"
                                .formatted(issuer, issuer));
            }
        });
        provider.createContext("/keys", exchange -> {
            try (exchange) {
                keyRequests.incrementAndGet();
                answer(exchange, published.toString());
            }
        });
        provider.start();
        return issuer;
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static JwtDecoder decoder(String issuer, String file) {
        return TokenChecks.of(new AccessProperties(issuer, TestIssuer.AUDIENCE, file, List.of()));
    }

    private static String token(RSAKey key, String issuer) {
        return TestIssuer.signed(key, TestIssuer.claims().issuer(issuer).build())
                .serialize();
    }
}
