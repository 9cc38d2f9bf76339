package org.consentledger.http.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemWriter;
import org.consentledger.http.rate.AuthenticationFailures;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Says why somebody does not get in (RFC 6750, section 3), and never what of a token was wrong. */
final class AccessProblems implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String BEARER = "Bearer realm=\"consent-ledger\"";
    private static final long RETRY_AFTER_SECONDS = 5;

    private final ProblemWriter problems;
    private final Browsers browsers;
    private final RejectedTokens rejected;

    AccessProblems(ProblemWriter problems, Browsers browsers, RejectedTokens rejected) {
        this.problems = problems;
        this.browsers = browsers;
        this.rejected = rejected;
    }

    /**
     * Nobody is allowed in without a token, and this one is missing or was not accepted. Whoever is led to where people
     * sign in is not counted as turned away.
     */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        var rejection = TokenRejection.of(exception);
        if (AuthenticationFailures.tooMany(request)) {
            rejected.count(rejection);
            return;
        }
        if (browsers.of(request)
                .filter(access -> access.leadToSignIn(request, response))
                .isPresent()) {
            return;
        }
        rejected.count(rejection);
        problems.write(
                request,
                response,
                exception instanceof OAuth2AuthenticationException
                        ? Problem.of(ProblemCode.INVALID_TOKEN).header(CHALLENGE, BEARER + ", error=\"invalid_token\"")
                        : tokenMissing());
    }

    /** A token cannot be judged while the issuer's keys are out of reach: that is not its caller's fault. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        if (exception instanceof AuthenticationServiceException) {
            problems.write(request, response, keysUnavailable());
        } else {
            commence(request, response, exception);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception) {
        problems.write(request, response, insufficientScope(Scope.OPERATE));
    }

    static Problem keysUnavailable() {
        return Problem.of(ProblemCode.UNAVAILABLE, "the issuer's keys cannot be fetched at the moment")
                .retryAfter(RETRY_AFTER_SECONDS);
    }

    static Problem tokenMissing() {
        return Problem.of(ProblemCode.TOKEN_MISSING).header(CHALLENGE, BEARER);
    }

    /** @param required any of these would do; none if nothing would */
    static Problem insufficientScope(Scope... required) {
        var scopes = Stream.of(required).map(Scope::value).collect(Collectors.joining(" "));
        var scope = scopes.isEmpty() ? "" : ", scope=\"" + scopes + "\"";
        return Problem.of(ProblemCode.INSUFFICIENT_SCOPE)
                .header(CHALLENGE, BEARER + ", error=\"insufficient_scope\"" + scope);
    }
}
