package org.consentledger.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What anybody may see: the description of the interface, and how pages look. It is the same for every ledger. */
final class PublicPaths {

    static final RequestMatcher MATCHER = new OrRequestMatcher(Stream.of(
                    "/v1/openapi.json",
                    "/v1/openapi.yaml",
                    "/v1/openapi.json/swagger-config",
                    "/v1/docs",
                    "/v1/swagger-ui/**",
                    "/style/**")
            .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
            .toList());

    private PublicPaths() {}

    static boolean isPublic(HttpServletRequest request) {
        return MATCHER.matches(request);
    }
}
