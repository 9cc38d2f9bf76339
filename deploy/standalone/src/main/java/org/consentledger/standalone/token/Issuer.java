package org.consentledger.standalone.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Issues access tokens (RFC 9068) with a key of its own (ES256, RFC 7518). */
public final class Issuer {

    /** What they are meant for. */
    public static final String AUDIENCE = "consent-ledger";

    /** How long a token is good for. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    private final ECKey key;
    private final String name;
    private final Clock clock;

    private Issuer(ECKey key, String name, Clock clock) {
        this.key = key;
        this.name = name;
        this.clock = clock;
    }

    /** A new key, as it is kept: a private JWK (RFC 7517). */
    public static byte[] newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID(UUID.randomUUID().toString())
                    .generate()
                    .toJSONString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has the curve P-256", e);
        }
    }

    /**
     * The issuer that has a key.
     *
     * @param jwk as {@link #newKey()} makes it
     * @param name what its tokens say who issued them ({@code iss})
     * @throws IllegalArgumentException if it is none
     */
    public static Issuer with(String jwk, String name, Clock clock) {
        try {
            var key = ECKey.parse(jwk);
            if (!key.isPrivate()) {
                throw new IllegalArgumentException("it is a public key");
            }
            return new Issuer(key, name, clock);
        } catch (ParseException e) {
            // the exception's message may quote the key
            throw new IllegalArgumentException("it is no JWK of an elliptic curve");
        }
    }

    /** What its tokens say who issued them. */
    public String name() {
        return name;
    }

    /** The key it signs with, private part and all, for who signs in its name. */
    public ECKey key() {
        return key;
    }

    /** By which services tell its tokens from others: a JWK set (RFC 7517), and no secret. */
    public byte[] publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A token that is good from now on for {@link #LIFETIME}.
     *
     * @param limits claims that limit it to some purposes, recipients or sources
     */
    public String token(Role role, Map<String, List<String>> limits) {
        return token(role.id(), role.scope(), limits, LIFETIME);
    }

    /**
     * A token of any scope.
     *
     * @param scope words separated by spaces (RFC 6749, section 3.3)
     */
    public String token(String client, String scope, Map<String, List<String>> limits, Duration lifetime) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(name)
                .audience(AUDIENCE)
                .subject(client)
                .claim("client_id", client)
                .claim("scope", scope)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)));
        limits.forEach(claims::claim);
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the issuer's key cannot sign", e);
        }
        return token.serialize();
    }
}
