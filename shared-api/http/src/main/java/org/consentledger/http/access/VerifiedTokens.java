package org.consentledger.http.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a moment that a token is good: a caller sends the same one with every request, and checking its signature
 * costs more than many a query. A token that is not good is checked each time.
 */
final class VerifiedTokens implements JwtDecoder {

    /** So long a key that the issuer has withdrawn may still count. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final int TOKENS_MAX = 10_000;

    private final JwtDecoder decoder;
    private final Cache<ByteBuffer, Jwt> verified = Caffeine.newBuilder()
            .maximumSize(TOKENS_MAX)
            .expireAfterWrite(REMEMBERED)
            .build();

    VerifiedTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Jwt decode(String token) {
        var digest = ByteBuffer.wrap(sha256(token));
        var known = verified.getIfPresent(digest);
        if (known != null && isInTime(known)) {
            return known;
        }
        var jwt = decoder.decode(token);
        verified.put(digest, jwt);
        return jwt;
    }

    private static boolean isInTime(Jwt token) {
        var expiry = token.getExpiresAt();
        return expiry != null && Instant.now().isBefore(expiry);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
