package org.consentledger.setting;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;

/** Says in one sentence which variable has a wrong value. The value is repeated only where it looks like a number. */
final class WrongValue {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::.*)?}");
    private static final Pattern HARMLESS = Pattern.compile("[-+]?[0-9]{1,12}(\\.[0-9]{1,6})?[A-Za-z]{0,2}");
    private static final String SERVICE_LINK = "tcp://";

    private WrongValue() {}

    /** The sentence; what was thrown may lie anywhere below. Empty if no value is at fault. */
    static Optional<SettingException> of(Throwable thrown) {
        return causes(thrown)
                .filter(SettingException.class::isInstance)
                .findFirst()
                .map(SettingException.class::cast)
                .or(() -> causes(thrown)
                        .filter(BindException.class::isInstance)
                        .reduce((outer, inner) -> inner)
                        .map(BindException.class::cast)
                        .flatMap(bind -> sentence(bind).map(told -> new SettingException(told, bind))));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause);
    }

    /** Empty if it is about no value. */
    private static Optional<String> sentence(BindException bind) {
        return causes(bind)
                .filter(BindValidationException.class::isInstance)
                .findFirst()
                .map(invalid -> invalid(((BindValidationException) invalid).getValidationErrors()))
                .or(() -> Optional.ofNullable(bind.getProperty()).map(property -> misunderstood(bind, property)));
    }

    private static String invalid(ValidationErrors errors) {
        var error = errors.getAllErrors().stream()
                .filter(FieldError.class::isInstance)
                .map(FieldError.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a rule that names no setting"));
        var name = errors.getName().append(kebab(error.getField()));
        var property = errors.getBoundProperties().stream()
                .filter(bound -> bound.getName().equals(name))
                .findFirst()
                .orElse(null);
        return variable(name, property) + shown(error.getRejectedValue(), property) + " but "
                + error.getDefaultMessage() + ".";
    }

    private static String kebab(String field) {
        return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String shown(@Nullable Object value, @Nullable ConfigurationProperty property) {
        var written = property == null ? "" : String.valueOf(property.getValue());
        if (HARMLESS.matcher(written).matches()) {
            return " is " + written + ",";
        }
        var number = value instanceof Number ? value.toString() : "";
        return HARMLESS.matcher(number).matches() ? " is " + number + "," : " is set,";
    }

    private static String misunderstood(BindException bind, ConfigurationProperty property) {
        var written = String.valueOf(property.getValue());
        var variable = variable(bind.getName(), property);
        if (isServiceLink(bind)) {
            return variable + " is an address that Kubernetes sets for a service of that name: set enableServiceLinks"
                    + " to false in the pod, and the variable to " + wanted(bind.getTarget()) + ".";
        }
        return variable + (HARMLESS.matcher(written).matches() ? " is " + written + ", which is no " : " is no ")
                + wanted(bind.getTarget()) + ".";
    }

    private static boolean isServiceLink(BindException bind) {
        return causes(bind).anyMatch(cause -> String.valueOf(cause.getMessage()).contains(SERVICE_LINK));
    }

    private static String wanted(Bindable<?> target) {
        var limits = target.getAnnotation(Between.class);
        return kind(target.getType().resolve(Object.class))
                + (limits == null ? "" : " from " + limits.from() + " to " + limits.to());
    }

    private static String kind(Class<?> type) {
        if (type == Duration.class) {
            return "duration, such as 500ms, 20s or 24h,";
        }
        if (type == DataSize.class) {
            return "size, such as 64KB or 1MB,";
        }
        if (type == BigDecimal.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == Path.class || Collection.class.isAssignableFrom(type)) {
            return "path on this machine";
        }
        return "whole number";
    }

    /** As the operator wrote it. */
    private static String variable(ConfigurationPropertyName name, @Nullable ConfigurationProperty property) {
        if (property != null) {
            var placeholder = PLACEHOLDER.matcher(String.valueOf(property.getValue()));
            if (placeholder.matches()) {
                return placeholder.group(1);
            }
            var written = written(property.getOrigin());
            if (written != null) {
                return written;
            }
        }
        return name.toString().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static @Nullable String written(@Nullable Origin origin) {
        return switch (origin) {
            case SystemEnvironmentOrigin environment -> environment.getProperty();
            case PropertySourceOrigin source -> source.getPropertyName();
            case null, default -> null;
        };
    }
}
