package org.consentledger.http.access;

import java.util.function.Function;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** What of a token's claims is wrong, in a form that can be counted. */
final class ClaimError extends OAuth2Error {

    private static final long serialVersionUID = 1L;

    private final TokenRejection rejection;

    private ClaimError(TokenRejection rejection) {
        super(OAuth2ErrorCodes.INVALID_TOKEN);
        this.rejection = rejection;
    }

    TokenRejection rejection() {
        return rejection;
    }

    /** The same check, whose failures say which one it was. */
    static OAuth2TokenValidator<Jwt> named(TokenRejection rejection, OAuth2TokenValidator<Jwt> check) {
        return named(_ -> rejection, check);
    }

    /** @param rejection what it means that the check does not let this token pass */
    static OAuth2TokenValidator<Jwt> named(Function<Jwt, TokenRejection> rejection, OAuth2TokenValidator<Jwt> check) {
        return token -> check.validate(token).hasErrors()
                ? OAuth2TokenValidatorResult.failure(new ClaimError(rejection.apply(token)))
                : OAuth2TokenValidatorResult.success();
    }
}
