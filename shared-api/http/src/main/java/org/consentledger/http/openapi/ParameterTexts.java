package org.consentledger.http.openapi;

import io.swagger.v3.oas.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.core.MethodParameter;

/** The generator finds most constraints of parameters itself, but not how long a text may be. */
final class ParameterTexts implements ParameterCustomizer {

    @Override
    public @Nullable Parameter customize(@Nullable Parameter described, MethodParameter parameter) {
        if (described != null && described.getSchema() != null) {
            FieldConstraints.apply(parameter.getParameter(), described.getSchema());
        }
        return described;
    }
}
