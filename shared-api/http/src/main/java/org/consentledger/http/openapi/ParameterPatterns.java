package org.consentledger.http.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** The generator finds constraints of parameters itself, but not that their patterns must be the whole text. */
final class ParameterPatterns implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        Stream.ofNullable(api.getPaths())
                .flatMap(paths -> paths.values().stream())
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> Stream.ofNullable(operation.getParameters()))
                .flatMap(parameters -> parameters.stream().map(Parameter::getSchema))
                .filter(Objects::nonNull)
                .filter(schema -> schema.getPattern() != null)
                .forEach(schema -> schema.setPattern(FieldConstraints.anchored(schema.getPattern())));
    }
}
