package org.consentledger.acceptance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A service's own description of itself. */
record OpenApi(Service service, JsonNode document) {

    /** All that it describes. */
    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        return operations;
    }

    /** Every code that a problem may have. */
    Set<String> problemCodes() {
        return document.at("/components/schemas/Problem/properties/code/enum")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private Operation operation(String path, String method, JsonNode described) {
        return new Operation(
                service,
                method.toUpperCase(Locale.ROOT),
                path,
                described.path("operationId").asString(),
                described.path("parameters").valueStream().map(this::parameter).toList(),
                body(described),
                mediaTypes(described));
    }

    private Parameter parameter(JsonNode described) {
        var parameter = resolved(described);
        return new Parameter(
                Parameter.Place.valueOf(parameter.path("in").asString().toUpperCase(Locale.ROOT)),
                parameter.path("name").asString(),
                parameter.path("required").asBoolean(),
                Schema.of(parameter.path("schema"), document));
    }

    private @Nullable Schema body(JsonNode described) {
        var schema = described.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? null : Schema.of(schema, document);
    }

    private Set<String> mediaTypes(JsonNode described) {
        return described.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> resolved(response.getValue()).path("content"))
                .flatMap(content -> content.properties().stream())
                .map(content -> content.getKey().split(";", 2)[0])
                .collect(Collectors.toSet());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }
}
