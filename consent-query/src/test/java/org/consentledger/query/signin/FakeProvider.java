package org.consentledger.query.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.http.json.WebJson;

/** An OpenID provider that issues what a test tells it to, and remembers how it was asked. */
final class FakeProvider implements AutoCloseable {

    private static final RSAKey KEY = newKey();

    private final HttpServer server;
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<JWTClaimsSet.Builder> accessToken = claims -> claims;
    private volatile UnaryOperator<JWTClaimsSet.Builder> idToken = claims -> claims;
    private volatile String nonce = "";
    private volatile RSAKey signer = KEY;
    private volatile boolean hasEndOfSession = true;

    FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(KEY.toPublicJWK()).toJSONObject()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Of what the next access tokens consist. */
    void accessTokens(UnaryOperator<JWTClaimsSet.Builder> change) {
        accessToken = change;
    }

    void idTokens(UnaryOperator<JWTClaimsSet.Builder> change) {
        idToken = change;
    }

    /** The nonce that it was sent to the provider with whoever signs in next. */
    void nonce(String value) {
        nonce = value;
    }

    /** From now on somebody else signs. */
    void forge() {
        signer = newKey();
    }

    void endsNoSessions() {
        hasEndOfSession = false;
    }

    /** The fields of the last request for tokens. */
    Map<String, String> lastAsked() {
        return asked.getLast();
    }

    String lastAuthorization() {
        return authorizations.getLast();
    }

    int timesAsked() {
        return asked.size();
    }

    private Map<String, Object> discovery() {
        var document = new HashMap<String, Object>(Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256")));
        if (hasEndOfSession) {
            document.put("end_session_endpoint", issuer() + "/end");
        }
        return document;
    }

    private void token(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var fields = Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        asked.add(fields);
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        if (fields.get("code").equals("spent")) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        answer(
                exchange,
                200,
                Map.of(
                        "access_token",
                        signed(accessToken.apply(claims("consent-ledger"))),
                        "id_token",
                        signed(idToken.apply(claims("console").claim("nonce", nonce))),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        600));
    }

    private JWTClaimsSet.Builder claims(String audience) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("rita")
                .audience(audience)
                .claim("client_id", "console")
                .claim("scope", "openid audit:read")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    private String signed(JWTClaimsSet.Builder claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(signer));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("of-the-provider").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> document) throws IOException {
        try (exchange) {
            var body = WebJson.mapper().writeValueAsBytes(document);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
