package org.consentledger.http.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the token of a browser, and turns away what a page of another site makes a browser send: unlike a header, a cookie
 * comes by itself.
 */
final class BrowserFilter extends OncePerRequestFilter {

    private static final String TOKEN = BrowserFilter.class.getName();

    private final Browsers browsers;
    private final ProblemWriter problems;

    BrowserFilter(Browsers browsers, ProblemWriter problems) {
        this.browsers = browsers;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var access = browsers.of(request);
        if (access.isPresent()) {
            var token = token(request, access.get());
            if ((token.isPresent() || SentBy.saysOfWhom(request)) && !SentBy.ownPage(request, access.get())) {
                problems.write(request, response, Problem.of(ProblemCode.CROSS_ORIGIN_REFUSED));
                return;
            }
            token.ifPresent(found -> request.setAttribute(TOKEN, found));
        }
        chain.doFilter(request, response);
    }

    /** What anybody may see needs none, and is shown also to whose token has ended. */
    private static Optional<String> token(HttpServletRequest request, BrowserAccess access) {
        return PublicPaths.isPublic(request) ? Optional.empty() : access.token(request);
    }

    static @Nullable String tokenOf(HttpServletRequest request) {
        return request.getAttribute(TOKEN) instanceof String token ? token : null;
    }
}
