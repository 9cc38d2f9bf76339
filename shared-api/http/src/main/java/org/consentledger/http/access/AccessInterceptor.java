package org.consentledger.http.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.consentledger.http.problem.ProblemException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Holds each request to what its very handler {@link Requires}: no pattern of paths stands between the two that could
 * miss one. Runs before anything of the request is read.
 */
final class AccessInterceptor implements HandlerInterceptor {

    private final Map<HandlerMethod, Optional<Requires>> requirements = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST || PublicPaths.isPublic(request)) {
            return true;
        }
        // the filters have seen to it; were they missing, nobody would be let in
        var caller = Callers.current().orElseThrow(() -> new ProblemException(AccessProblems.tokenMissing()));
        if (handler instanceof HandlerMethod method && isGuarded(request, method)) {
            Requirement.require(
                    caller,
                    requirements
                            .computeIfAbsent(method, handled -> Optional.ofNullable(Requirement.of(handled)))
                            .orElse(null));
        }
        return true;
    }

    /** What OPTIONS answers, and an error's own page, tell nothing. */
    private static boolean isGuarded(HttpServletRequest request, HandlerMethod method) {
        return !HttpMethod.OPTIONS.matches(request.getMethod())
                && !ErrorController.class.isAssignableFrom(method.getBeanType());
    }
}
