package org.consentledger.http.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Issues tokens that services under test accept. */
public final class TestIssuer {

    /** What tokens say who issued them; not an address that anybody could ask. */
    public static final String ISSUER = "urn:test:issuer";

    /** What they are meant for. */
    public static final String AUDIENCE = "consent-ledger";

    private static final RSAKey KEY = newKey("test");
    private static final Path FILE = file(new JWKSet(KEY.toPublicJWK()));
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final String EVERYTHING = authorization(Scope.values());

    private TestIssuer() {}

    /** The settings with which a service accepts its tokens. */
    public static Map<String, Object> properties() {
        return Map.of("access.issuer", ISSUER, "access.jwk-set-file", FILE.toString());
    }

    /** The value of the header Authorization for somebody who may do everything. */
    public static String authorization() {
        return EVERYTHING;
    }

    /** The same for somebody whose token has these scopes. */
    public static String authorization(Scope... scopes) {
        return authorization(Map.of(), scopes);
    }

    /**
     * The same with more in it.
     *
     * @param claims besides the usual ones, or instead of them
     */
    public static String authorization(Map<String, Object> claims, Scope... scopes) {
        return "Bearer " + signed(KEY, with(claims, scopes)).serialize();
    }

    /** The claims of a good token. */
    public static JWTClaimsSet.Builder claims(Scope... scopes) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("somebody")
                .claim("client_id", "test-client")
                .claim("scope", Arrays.stream(scopes).map(Scope::value).collect(Collectors.joining(" ")))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
    }

    private static JWTClaimsSet with(Map<String, Object> claims, Scope... scopes) {
        var all = claims(scopes);
        new HashMap<>(claims).forEach(all::claim);
        return all.build();
    }

    /** A token of these claims, signed by the issuer that services under test know. */
    public static String token(UnaryOperator<JWTClaimsSet.Builder> change, Scope... scopes) {
        return signed(KEY, change.apply(claims(scopes)).build()).serialize();
    }

    static RSAKey key() {
        return KEY;
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static SignedJWT signed(RSAKey key, JWTClaimsSet claims) {
        return signed(key, key.getKeyID(), claims);
    }

    /**
     * A token of any claims and any key.
     *
     * @param keyId what the token says which key signed it
     */
    public static SignedJWT signed(RSAKey key, String keyId, JWTClaimsSet claims) {
        return signed(key, keyId, claims, "at+jwt");
    }

    static SignedJWT signed(RSAKey key, String keyId, JWTClaimsSet claims, String type) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(keyId)
                    .type(new JOSEObjectType(type))
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path file(JWKSet keys) {
        try {
            var file = Files.createTempFile("jwk-set", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, keys.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
