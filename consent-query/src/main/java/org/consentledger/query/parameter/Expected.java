package org.consentledger.query.parameter;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consentledger.http.problem.Fault;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a handler expects of one of its query parameters or headers, where Spring would be lenient.
 *
 * @param constants the only values there are; empty if it is no choice
 */
record Expected(String name, boolean repeatable, boolean number, List<String> constants) {

    /** Java would also take hexadecimal digits, octal ones, and spaces around them. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    static Optional<Expected> ofQuery(MethodParameter parameter) {
        return Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
                .map(annotation -> of(annotation.name(), parameter));
    }

    static Optional<Expected> ofHeaders(MethodParameter parameter) {
        return Optional.ofNullable(parameter.getParameterAnnotation(RequestHeader.class))
                .map(annotation -> of(annotation.name(), parameter));
    }

    private static Expected of(String name, MethodParameter parameter) {
        var type = parameter.getParameterType();
        return new Expected(
                name.isEmpty() ? Objects.requireNonNull(parameter.getParameter().getName()) : name,
                Collection.class.isAssignableFrom(type),
                isNumber(type),
                type.isEnum() ? names(type) : List.of());
    }

    private static List<String> names(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
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
        if (!constants.isEmpty() && !constants.contains(values[0])) {
            return Optional.of(fault("INVALID", "must be one of " + String.join(", ", constants)));
        }
        return Optional.empty();
    }

    /** The same of a header's values. */
    Optional<Fault> faultInHeader(String... values) {
        return fault(values).map(fault -> new Fault(null, null, name, fault.code(), fault.detail()));
    }

    private Fault fault(String code, String detail) {
        return new Fault(null, name, null, code, detail);
    }
}
