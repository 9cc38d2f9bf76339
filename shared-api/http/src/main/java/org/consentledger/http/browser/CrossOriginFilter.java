package org.consentledger.http.browser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Turns away what pages of other origins ask (Fetch standard, CORS protocol), but for the origins named: it is not left to
 * the browser whether an answer is seen.
 */
final class CrossOriginFilter extends CorsFilter {

    private static final Duration PREFLIGHT_KEPT = Duration.ofMinutes(10);

    private final String ownOrigin;

    /** @param ownOrigin at which browsers reach this service, if a proxy stands before it; empty for wherever it is asked */
    CrossOriginFilter(List<String> origins, String ownOrigin, ProblemWriter problems) {
        var allowed = allowed(origins);
        super(_ -> allowed);
        this.ownOrigin = ownOrigin;
        setCorsProcessor(new ProblemProcessor(problems));
    }

    private static CorsConfiguration allowed(List<String> origins) {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        allowed.setAllowedHeaders(List.of(
                "Accept",
                "Authorization",
                "Content-Type",
                "Idempotency-Key",
                "Last-Event-ID",
                "X-Purpose-Of-Access",
                "X-Request-Id"));
        allowed.setExposedHeaders(List.of(
                "Idempotent-Replayed",
                "Link",
                "RateLimit",
                "RateLimit-Policy",
                "Retry-After",
                "WWW-Authenticate",
                "X-Request-Id"));
        allowed.setMaxAge(PREFLIGHT_KEPT);
        return allowed;
    }

    /**
     * What no browser sent for a page needs no look, nor what it sent for a page of this very origin (W3C Fetch Metadata):
     * no page can write that header, and behind a proxy that ends TLS the origin looks like another one.
     */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || origin.equals(ownOrigin) || "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /** Spring's own, with a problem in place of its sentence. */
    private static final class ProblemProcessor extends DefaultCorsProcessor {

        private final ProblemWriter problems;

        ProblemProcessor(ProblemWriter problems) {
            this.problems = problems;
        }

        @Override
        public boolean processRequest(
                @Nullable CorsConfiguration allowed, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var isAllowed = super.processRequest(allowed, request, response);
            if (!isAllowed) {
                problems.write(request, response, Problem.of(ProblemCode.CROSS_ORIGIN_REFUSED));
            }
            return isAllowed;
        }

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            // the problem is written where the request is known
        }
    }
}
