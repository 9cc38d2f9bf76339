package org.consentledger.http.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.http.problem.ProblemCode;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** One shared response per status that a problem can have, and a reference to it wherever it can occur. */
final class ProblemResponses implements GlobalOpenApiCustomizer {

    private static final List<Integer> ANYWHERE = List.of(400, 406, 414, 422, 429, 431, 500, 503);
    private static final List<Integer> WITH_BODY = List.of(408, 409, 413, 415);
    private static final int NOT_FOUND = 404;

    @Override
    public void customise(OpenAPI api) {
        var components = api.getComponents() == null ? new Components() : api.getComponents();
        api.setComponents(components);
        components.addSchemas("Problem", ProblemSchema.problem());
        components.addSchemas("Fault", ProblemSchema.fault());
        Arrays.stream(ProblemCode.values())
                .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()))
                .forEach((status, codes) -> components.addResponses(name(status), response(codes)));
        if (api.getPaths() != null) {
            api.getPaths()
                    .forEach((path, item) ->
                            item.readOperations().forEach(operation -> refer(operation, path.contains("{"))));
        }
    }

    /** The shared response's place in the document. */
    static String ref(int status) {
        return "#/components/responses/" + name(status);
    }

    private static String name(int status) {
        return "Problem" + status;
    }

    private static ApiResponse response(List<ProblemCode> codes) {
        var description = codes.stream()
                .map(code -> "- `" + code + "`: " + code.summary())
                .collect(Collectors.joining("\n"));
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static void refer(Operation operation, boolean namesOneThing) {
        var more = Stream.concat(
                operation.getRequestBody() == null ? Stream.<Integer>of() : WITH_BODY.stream(),
                namesOneThing ? Stream.of(NOT_FOUND) : Stream.<Integer>of());
        Stream.concat(ANYWHERE.stream(), more)
                .sorted()
                .forEach(status -> operation
                        .getResponses()
                        .putIfAbsent(Integer.toString(status), new ApiResponse().$ref(ref(status))));
    }
}
