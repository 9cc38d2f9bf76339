package org.consentledger.query.signin;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.consentledger.ledger.keyring.DerivedKeys;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Keeps attempts to sign in in the browser that makes them, encrypted (RFC 7516: dir, A256GCM): every node can read them, and
 * nobody else. Each has a cookie of its own, so that several tabs can sign in at the same time.
 */
@Component
final class Attempts {

    static final Duration KEPT = Duration.ofMinutes(10);

    /** A browser that gathers more has left most of them behind. */
    static final int AT_ONCE_MAX = 5;

    private static final String COOKIE = "ledger-sign-in-";
    private static final int STATE_IN_NAME = 8;

    /** Finer than {@code iat}, which has whole seconds: tabs that are opened together have an order too. */
    private static final String MADE_AT = "made_at";

    private final BrowserCookie cookies;
    private final SecretKey key;
    private final Clock clock = Clock.systemUTC();

    Attempts(BrowserCookie cookies, DerivedKeys keys) {
        this.cookies = cookies;
        this.key = keys.of("console: attempts to sign in");
    }

    /** The cookies that keep one more, and drop the oldest of those that are too many then. */
    List<ResponseCookie> keep(HttpServletRequest request, Attempt attempt) {
        return Stream.concat(
                        surplus(request).map(name -> cookies.removed(request, name)),
                        Stream.of(cookies.kept(request, name(attempt.state()), seal(attempt), KEPT)))
                .toList();
    }

    private Stream<String> surplus(HttpServletRequest request) {
        var oldestFirst = cookies.names(request, COOKIE)
                .map(name -> new Kept(name, madeAt(request, name)))
                .sorted(Comparator.comparing(Kept::madeAt))
                .toList();
        return oldestFirst.stream()
                .limit(Math.max(0, oldestFirst.size() + 1 - AT_ONCE_MAX))
                .map(Kept::name);
    }

    private record Kept(String name, Instant madeAt) {}

    private Instant madeAt(HttpServletRequest request, String name) {
        return cookies.read(request, name)
                .flatMap(this::open)
                .map(Opened::madeAt)
                .orElse(Instant.MIN);
    }

    /** The cookies that leave none. */
    Stream<ResponseCookie> forgotten(HttpServletRequest request) {
        return cookies.names(request, COOKIE).map(name -> cookies.removed(request, name));
    }

    /** The attempt that an answer with this state belongs to; empty if this browser did not make it, or too long ago. */
    Optional<Attempt> of(HttpServletRequest request, String state) {
        return cookies.read(request, name(state))
                .flatMap(this::open)
                .map(Opened::attempt)
                .filter(attempt -> attempt.state().equals(state));
    }

    ResponseCookie done(HttpServletRequest request, String state) {
        return cookies.removed(request, name(state));
    }

    /** Of a state that somebody else wrote, only what may stand in a cookie's name. */
    private static String name(String state) {
        var beginning = state.substring(0, Math.min(STATE_IN_NAME, state.length()));
        return COOKIE + beginning.replaceAll("[^A-Za-z0-9_-]", "_");
    }

    private String seal(Attempt attempt) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .claim("state", attempt.state())
                .claim("nonce", attempt.nonce())
                .claim("verifier", attempt.verifier())
                .claim("to", attempt.to())
                .claim("redirect_uri", attempt.redirectUri())
                .claim(MADE_AT, now.toString())
                .expirationTime(Date.from(now.plus(KEPT)))
                .build();
        var sealed = new EncryptedJWT(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), claims);
        try {
            sealed.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
        return sealed.serialize();
    }

    private record Opened(Attempt attempt, Instant madeAt) {}

    private Optional<Opened> open(String cookie) {
        try {
            var sealed = EncryptedJWT.parse(cookie);
            sealed.decrypt(new DirectDecrypter(key));
            var claims = sealed.getJWTClaimsSet();
            var madeAt = claims.getStringClaim(MADE_AT);
            // null in one of an earlier release, begun before this one was installed
            if (madeAt == null || claims.getExpirationTime().toInstant().isBefore(clock.instant())) {
                return Optional.empty();
            }
            var attempt = new Attempt(
                    claims.getStringClaim("state"),
                    claims.getStringClaim("nonce"),
                    claims.getStringClaim("verifier"),
                    claims.getStringClaim("to"),
                    claims.getStringClaim("redirect_uri"));
            return Optional.of(new Opened(attempt, Instant.parse(madeAt)));
        } catch (ParseException | JOSEException | IllegalStateException e) {
            // somebody else's, or of another key: as good as none
            return Optional.empty();
        }
    }
}
