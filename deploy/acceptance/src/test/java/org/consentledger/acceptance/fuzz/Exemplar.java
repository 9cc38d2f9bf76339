package org.consentledger.acceptance.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A request in which nothing is wrong, with every field that fits the others and every required parameter in it. */
record Exemplar(Operation operation, Samples samples) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Of these, each text that a schema may ask for is one. */
    private static final List<String> TEXTS = List.of("a", "A", "en", "IT", "P24M", "a".repeat(64));

    ObjectNode body() {
        return object(Objects.requireNonNull(operation.body()));
    }

    /** The path's parameters and the required ones of the query, each as its text. */
    Map<String, String> parameters() {
        var values = new LinkedHashMap<String, String>();
        operation.parameters().stream()
                .filter(parameter -> parameter.isRequired() && parameter.place() != Parameter.Place.HEADER)
                .forEach(parameter -> values.put(parameter.name(), text(parameter)));
        return values;
    }

    /** A value of the parameter with which the request is in order. */
    String text(Parameter parameter) {
        return samples.of(operation, parameter.name())
                .orElseGet(() -> value(parameter.schema(), parameter.name()))
                .asString();
    }

    private ObjectNode object(Schema schema) {
        var object = NODES.objectNode();
        schema.properties().forEach((name, property) -> {
            if (!samples.isLeftOut(operation, name)) {
                object.set(name, value(property, name));
            }
        });
        return object;
    }

    private JsonNode value(Schema schema, String name) {
        return samples.of(operation, name)
                .filter(sample -> fits(sample, schema))
                .orElseGet(() -> switch (schema.type()) {
                    case "object" -> object(schema);
                    case "array" -> NODES.arrayNode().add(value(schema.items(), name));
                    case "boolean" -> NODES.booleanNode(true);
                    case "integer" -> NODES.numberNode(1);
                    default -> NODES.stringNode(text(schema, name));
                });
    }

    /** A name may mean one thing here and another there. */
    private static boolean fits(JsonNode sample, Schema schema) {
        return switch (schema.type()) {
            case "object" -> sample.isObject();
            case "array" -> sample.isArray() && fits(sample.get(0), schema.items());
            case "boolean" -> sample.isBoolean();
            case "integer" -> sample.isIntegralNumber();
            default -> sample.isString();
        };
    }

    private String text(Schema schema, String name) {
        if (schema.isTime()) {
            return "2016-11-02T10:15:00Z";
        }
        return schema.constants().stream()
                .findFirst()
                .or(() -> TEXTS.stream().filter(schema::takes).findFirst())
                .orElseThrow(() -> new AssertionError("samples.yaml lacks a value for " + name + " of " + operation));
    }
}
