package org.consentledger.http.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
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
            require(
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

    private static void require(Caller caller, @Nullable Requires requirement) {
        if (requirement == null || Stream.of(requirement.value()).noneMatch(caller.scopes()::contains)) {
            throw new ProblemException(
                    AccessProblems.insufficientScope(requirement == null ? new Scope[0] : requirement.value()));
        }
        if (!List.of(requirement.heeds()).containsAll(caller.limits().set())) {
            throw new ProblemException(Problem.of(
                    ProblemCode.TOKEN_LIMIT_EXCEEDED, "the token is limited, and what this address answers is not"));
        }
    }
}
