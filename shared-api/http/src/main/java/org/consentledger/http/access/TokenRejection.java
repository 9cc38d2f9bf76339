package org.consentledger.http.access;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.http.problem.ProblemCode;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** Why somebody was not let in. For whoever runs the service: a caller is not told what of a token was wrong. */
enum TokenRejection {
    /** There was none. */
    MISSING,
    /** It cannot be read, or lacks something that every token must say. */
    MALFORMED,
    /** It names a key, or an algorithm, that the issuer does not have. */
    UNKNOWN_KEY,
    /** Another than the issuer signed it, or it was changed afterwards. */
    BAD_SIGNATURE,
    /** It is no access token. */
    WRONG_TYPE,
    /** Another issuer made it. */
    WRONG_ISSUER,
    /** It is meant for another service. */
    WRONG_AUDIENCE,
    /** Its time is over. */
    EXPIRED,
    /** Its time has not come. */
    NOT_YET_VALID,
    /** It is good, and permits something else. */
    INSUFFICIENT_SCOPE,
    /** It is good, and limited to other purposes, recipients or sources. */
    LIMIT_EXCEEDED;

    /** A chain may be a circle. */
    private static final int CAUSES_MAX = 10;

    /** As it stands in the metric. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why nobody is known to call. Of several things that are wrong with a token, the first that was looked at. */
    static TokenRejection of(AuthenticationException failure) {
        if (!(failure instanceof OAuth2AuthenticationException)) {
            return MISSING;
        }
        return Stream.iterate((Throwable) failure, thrown -> thrown != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .flatMap(thrown -> told(thrown).stream())
                .findFirst()
                .orElse(MALFORMED);
    }

    private static Optional<TokenRejection> told(Throwable thrown) {
        return switch (thrown) {
            case JwtValidationException e ->
                e.getErrors().stream()
                        .flatMap(
                                error -> error instanceof ClaimError claim ? Stream.of(claim.rejection()) : Stream.of())
                        .findFirst();
            case BadJWSException _ -> Optional.of(BAD_SIGNATURE);
            case BadJOSEException _ -> Optional.of(UNKNOWN_KEY);
            default -> Optional.empty();
        };
    }

    /** What a caller with a good token may not do. */
    static Optional<TokenRejection> of(ProblemCode code) {
        return switch (code) {
            case INSUFFICIENT_SCOPE -> Optional.of(INSUFFICIENT_SCOPE);
            case TOKEN_LIMIT_EXCEEDED -> Optional.of(LIMIT_EXCEEDED);
            default -> Optional.empty();
        };
    }
}
