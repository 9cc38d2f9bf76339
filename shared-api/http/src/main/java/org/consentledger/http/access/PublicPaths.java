package org.consentledger.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What anybody may see: the description of the interface, how pages look, and where people sign in. It is the same for every ledger. */
final class PublicPaths {

    private static final RequestMatcher PATTERNS = new OrRequestMatcher(Stream.of(
                    "/v1/openapi.json",
                    "/v1/openapi.yaml",
                    "/v1/openapi.json/swagger-config",
                    "/v1/docs",
                    "/v1/swagger-ui/**",
                    "/style/**",
                    "/script/**",
                    "/sign-in",
                    "/sign-in/callback",
                    "/sign-in/purpose",
                    "/sign-out")
            .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
            .toList());

    /** Most requests are told apart by how they begin; one that is written in another way needs a token. */
    static final RequestMatcher MATCHER = PublicPaths::isPublic;

    private PublicPaths() {}

    static boolean isPublic(HttpServletRequest request) {
        var path = request.getRequestURI();
        return (path.startsWith("/v1/openapi")
                        || path.startsWith("/v1/docs")
                        || path.startsWith("/v1/swagger-ui/")
                        || path.startsWith("/style/")
                        || path.startsWith("/script/")
                        || path.startsWith("/sign-"))
                && PATTERNS.matches(request);
    }
}
