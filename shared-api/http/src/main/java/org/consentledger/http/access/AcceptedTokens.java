package org.consentledger.http.access;

import java.util.Optional;
import org.consentledger.http.problem.ProblemException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Says of a token what would be said of it if it came with a request. */
public final class AcceptedTokens {

    private final JwtDecoder decoder;

    AcceptedTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * Who would call with it; empty if it is not good.
     *
     * @throws ProblemException with UNAVAILABLE, if the issuer's keys cannot be fetched
     */
    public Optional<Caller> caller(String token) {
        try {
            return Optional.of(new Callers().convert(decoder.decode(token)).getPrincipal());
        } catch (BadJwtException | InvalidBearerTokenException e) {
            return Optional.empty();
        } catch (JwtException e) {
            throw new ProblemException(AccessProblems.keysUnavailable());
        }
    }
}
