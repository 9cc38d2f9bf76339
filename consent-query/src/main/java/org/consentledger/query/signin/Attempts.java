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

    private final BrowserCookie cookies;
    private final SecretKey key;
    private final Clock clock = Clock.systemUTC();

    Attempts(BrowserCookie cookies, DerivedKeys keys) {
        this.cookies = cookies;
        this.key = keys.of("console: attempts to sign in");
    }

    /** The cookies that keep one more. */
    List<ResponseCookie> keep(HttpServletRequest request, Attempt attempt) {
        var before = cookies.names(request, COOKIE).toList();
        var dropped = before.size() < AT_ONCE_MAX ? Stream.<String>empty() : before.stream();
        return Stream.concat(
                        dropped.map(name -> cookies.removed(request, name)),
                        Stream.of(cookies.kept(request, name(attempt.state()), seal(attempt), KEPT)))
                .toList();
    }

    /** The attempt that an answer with this state belongs to; empty if this browser did not make it, or too long ago. */
    Optional<Attempt> of(HttpServletRequest request, String state) {
        return cookies.read(request, name(state))
                .flatMap(this::open)
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
        var claims = new JWTClaimsSet.Builder()
                .claim("state", attempt.state())
                .claim("nonce", attempt.nonce())
                .claim("verifier", attempt.verifier())
                .claim("to", attempt.to())
                .claim("redirect_uri", attempt.redirectUri())
                .expirationTime(Date.from(clock.instant().plus(KEPT)))
                .build();
        var sealed = new EncryptedJWT(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), claims);
        try {
            sealed.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
        return sealed.serialize();
    }

    private Optional<Attempt> open(String cookie) {
        try {
            var sealed = EncryptedJWT.parse(cookie);
            sealed.decrypt(new DirectDecrypter(key));
            var claims = sealed.getJWTClaimsSet();
            if (claims.getExpirationTime().toInstant().isBefore(clock.instant())) {
                return Optional.empty();
            }
            return Optional.of(new Attempt(
                    claims.getStringClaim("state"),
                    claims.getStringClaim("nonce"),
                    claims.getStringClaim("verifier"),
                    claims.getStringClaim("to"),
                    claims.getStringClaim("redirect_uri")));
        } catch (ParseException | JOSEException | IllegalStateException e) {
            // somebody else's, or of another key: as good as none
            return Optional.empty();
        }
    }
}
