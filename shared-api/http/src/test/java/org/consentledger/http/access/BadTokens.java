package org.consentledger.http.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Tokens that nobody must be let in with, though each has every scope and all but one thing right. */
public final class BadTokens {

    private BadTokens() {}

    /** By what is wrong with them. */
    public static Map<String, String> all() {
        var tokens = new LinkedHashMap<String, String>();
        tokens.put(
                "expired",
                token(claims -> claims.issueTime(secondsFromNow(-3_600)).expirationTime(secondsFromNow(-120))));
        tokens.put("without an expiry", token(claims -> claims.expirationTime(null)));
        tokens.put("not valid yet", token(claims -> claims.notBeforeTime(secondsFromNow(1_800))));
        tokens.put("wrong issuer", token(claims -> claims.issuer("urn:test:another-issuer")));
        tokens.put("wrong audience", token(claims -> claims.audience("another-service")));
        tokens.put("without an audience", token(claims -> claims.audience((String) null)));
        tokens.put("without a client", token(claims -> claims.claim("client_id", null)));
        tokens.put("a limit that cannot be read", token(claims -> claims.claim("ledger_purposes", 7)));
        tokens.put("wrong signature", signedByAnother(TestIssuer.key().getKeyID()));
        tokens.put("unknown key", signedByAnother("another"));
        tokens.put("alg none", new PlainJWT(good()).serialize());
        tokens.put("alg none, signature kept", unsigned());
        tokens.put("HMAC with the public key", hmacWithThePublicKey());
        tokens.put("an ID token of another type", ofAnotherType());
        tokens.put("no JWT", "c2VjcmV0");
        return tokens;
    }

    private static JWTClaimsSet good() {
        return TestIssuer.claims(Scope.values()).build();
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return TestIssuer.token(change, Scope.values());
    }

    private static Date secondsFromNow(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String signedByAnother(String keyId) {
        return TestIssuer.signed(TestIssuer.newKey("another"), keyId, good()).serialize();
    }

    /** The head of a token without a signature before the rest of one with it. */
    private static String unsigned() {
        var plain = new PlainJWT(good()).serialize();
        var signed = token(claims -> claims);
        return plain.substring(0, plain.indexOf('.')) + signed.substring(signed.indexOf('.'));
    }

    /** What a verifier takes for good that lets the token choose the algorithm (RFC 8725, section 2.1). */
    private static String hmacWithThePublicKey() {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(TestIssuer.key().getKeyID())
                            .build(),
                    good());
            token.sign(new MACSigner(TestIssuer.key().toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ofAnotherType() {
        return TestIssuer.signed(TestIssuer.key(), TestIssuer.key().getKeyID(), good(), "logout+jwt")
                .serialize();
    }
}
