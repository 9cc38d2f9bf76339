package org.consentledger.http.access;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** What the description says of access: that a token is needed, and one of which scopes. */
final class AccessOperations implements OperationCustomizer, OpenApiCustomizer {

    private static final String SCHEME = "bearer";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var requirement = Requirement.of(handler);
        if (requirement != null) {
            Stream.of(requirement.value())
                    .map(scope -> new SecurityRequirement().addList(SCHEME, scope.value()))
                    // an operation may have a handler for each form of its answer
                    .filter(item -> operation.getSecurity() == null
                            || !operation.getSecurity().contains(item))
                    .forEach(operation::addSecurityItem);
        }
        return operation;
    }

    @Override
    public void customise(OpenAPI api) {
        var scopes = Stream.of(Scope.values())
                .map(scope -> "- `" + scope.value() + "`: " + scope.summary())
                .collect(Collectors.joining("\n"));
        api.getComponents()
                .addSecuritySchemes(
                        SCHEME,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the configured issuer (RFC 6750, RFC 9068). Scopes:\n"
                                        + scopes));
    }
}
