package org.consentledger.query.parameter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Turns away what a handler would overlook: parameters it does not have, and second values of those it takes once. A
 * misspelt {@code asOf} must not answer with today's state.
 */
final class ParameterGuard implements HandlerInterceptor {

    private static final int NAME_LENGTH_MAX = 64;

    private final Map<HandlerMethod, Map<String, Boolean>> parameters = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && belongsToUs(method)) {
            var repeatable = parameters.computeIfAbsent(method, ParameterGuard::repeatableByName);
            var faults = new ArrayList<Fault>();
            request.getParameterMap().forEach((name, values) -> {
                if (!repeatable.containsKey(name)) {
                    faults.add(fault(name, "UNKNOWN_PARAMETER", "is not a parameter of this query"));
                } else if (values.length > 1 && !repeatable.get(name)) {
                    faults.add(fault(name, "REPEATED_PARAMETER", "must be given once"));
                } else if (repeatable.get(name) && Stream.of(values).anyMatch(value -> value.contains(","))) {
                    faults.add(fault(name, "INVALID", "must be repeated for each value, without commas"));
                }
            });
            if (!faults.isEmpty()) {
                throw new ProblemException(invalid(faults));
            }
        }
        return true;
    }

    private static boolean belongsToUs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.consentledger.query");
    }

    private static Map<String, Boolean> repeatableByName(HandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .collect(Collectors.toMap(
                        ParameterGuard::name,
                        parameter -> Collection.class.isAssignableFrom(parameter.getParameterType())));
    }

    private static String name(MethodParameter parameter) {
        var annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation != null && !annotation.name().isEmpty()) {
            return annotation.name();
        }
        return java.util.Objects.requireNonNull(parameter.getParameter().getName());
    }

    private static Fault fault(String name, String code, String detail) {
        var shown = name.length() > NAME_LENGTH_MAX ? name.substring(0, NAME_LENGTH_MAX) : name;
        return new Fault(null, shown, null, code, detail);
    }

    private static Problem invalid(List<Fault> faults) {
        return Problem.of(ProblemCode.INVALID_FIELD).faults(faults);
    }
}
