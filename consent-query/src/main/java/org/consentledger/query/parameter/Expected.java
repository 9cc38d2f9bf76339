package org.consentledger.query.parameter;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consentledger.http.problem.Fault;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;

/** What a handler expects of one of its query parameters, where Spring would be lenient. */
record Expected(String name, boolean repeatable, boolean number) {

    /** Java would also take hexadecimal digits, octal ones, and spaces around them. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    static Optional<Expected> of(MethodParameter parameter) {
        return Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
                .map(annotation -> new Expected(
                        name(annotation, parameter),
                        Collection.class.isAssignableFrom(parameter.getParameterType()),
                        isNumber(parameter.getParameterType())));
    }

    private static String name(RequestParam annotation, MethodParameter parameter) {
        return annotation.name().isEmpty()
                ? Objects.requireNonNull(parameter.getParameter().getName())
                : annotation.name();
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type) || type == long.class || type == int.class;
    }

    Optional<Fault> fault(String... values) {
        if (!repeatable && values.length > 1) {
            return Optional.of(fault("REPEATED_PARAMETER", "must be given once"));
        }
        // Spring would split the value
        if (repeatable && Stream.of(values).anyMatch(value -> value.contains(","))) {
            return Optional.of(fault("INVALID", "must be repeated for each value, without commas"));
        }
        if (number && !WHOLE_NUMBER.matcher(values[0]).matches()) {
            return Optional.of(fault("INVALID", "must be a whole number"));
        }
        return Optional.empty();
    }

    private Fault fault(String code, String detail) {
        return new Fault(null, name, null, code, detail);
    }
}
