package org.consentledger.query.parameter;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Turns away what a handler would overlook: parameters it does not have, and second values of those it takes once. A
 * misspelt {@code asOf} must not answer with today's state.
 */
final class ParameterGuard implements HandlerInterceptor {

    private static final int NAME_LENGTH_MAX = 64;

    private final Map<HandlerMethod, Map<String, Expected>> parameters = new ConcurrentHashMap<>();
    private final Map<HandlerMethod, Map<String, Expected>> headers = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            var expected = parameters.computeIfAbsent(method, handles -> expected(handles, Expected::ofQuery));
            var faults = new ArrayList<Fault>();
            request.getParameterMap()
                    .forEach((name, values) -> Optional.ofNullable(expected.get(name))
                            .map(parameter -> parameter.fault(values))
                            .orElseGet(() -> Optional.of(unknown(name)))
                            .ifPresent(faults::add));
            headers.computeIfAbsent(method, handles -> expected(handles, Expected::ofHeaders))
                    .forEach((name, header) -> inHeaders(request, header).ifPresent(faults::add));
            if (!faults.isEmpty()) {
                throw new ProblemException(Problem.of(faults));
            }
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.consentledger.query");
    }

    private static Optional<Fault> inHeaders(HttpServletRequest request, Expected header) {
        var values = Collections.list(request.getHeaders(header.name())).toArray(String[]::new);
        return values.length == 0 ? Optional.empty() : header.faultInHeader(values);
    }

    private static Map<String, Expected> expected(
            HandlerMethod method, Function<MethodParameter, Optional<Expected>> kind) {
        return Stream.of(method.getMethodParameters())
                .flatMap(parameter -> kind.apply(parameter).stream())
                .collect(toMap(Expected::name, identity()));
    }

    private static Fault unknown(String name) {
        var shown = name.length() > NAME_LENGTH_MAX ? name.substring(0, NAME_LENGTH_MAX) : name;
        return new Fault(null, shown, null, "UNKNOWN_PARAMETER", "is not a parameter of this query");
    }
}
