package org.consentledger.http.openapi;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.AnnotatedElement;
import org.consentledger.http.field.TextLength;
import org.springframework.core.annotation.MergedAnnotations;

/** Constraints on text, also those composed of others, as JSON Schema has them. */
final class FieldConstraints {

    private FieldConstraints() {}

    static void apply(AnnotatedElement element, Schema<?> schema) {
        var annotations = MergedAnnotations.from(element);
        var pattern = annotations.get(Pattern.class);
        if (pattern.isPresent()) {
            schema.setPattern(anchored(pattern.getString("regexp")));
        }
        var length = annotations.get(TextLength.class);
        if (length.isPresent()) {
            schema.setMinLength(length.getInt("min"));
            schema.setMaxLength(length.getInt("max"));
        }
    }

    /** A pattern of JSON Schema need only occur somewhere in the text; one of Bean Validation must be all of it. */
    static String anchored(String pattern) {
        if (pattern.startsWith("^")) {
            return pattern;
        }
        return pattern.contains("|") ? "^(?:" + pattern + ")$" : "^" + pattern + "$";
    }
}
