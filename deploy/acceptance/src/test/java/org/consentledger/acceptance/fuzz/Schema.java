package org.consentledger.acceptance.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a value must be (JSON Schema 2020-12, as far as the documents use it).
 *
 * @param node without references of its own
 * @param document where references lead
 * @param isNullable whether null is one of its values
 */
record Schema(JsonNode node, JsonNode document, boolean isNullable) {

    static Schema of(JsonNode node, JsonNode document) {
        if (node.has("$ref")) {
            return of(document.at(node.path("$ref").asString().substring(1)), document);
        }
        if (node.has("anyOf")) {
            var choices = node.path("anyOf").valueStream().toList();
            var given = choices.stream().filter(choice -> !isNull(choice)).findFirst();
            return new Schema(
                    of(given.orElseThrow(), document).node,
                    document,
                    choices.stream().anyMatch(Schema::isNull));
        }
        var types = node.path("type");
        return new Schema(node, document, types.isArray() && types.valueStream().anyMatch(Schema::isNullWord));
    }

    private static boolean isNull(JsonNode choice) {
        return isNullWord(choice.path("type"));
    }

    private static boolean isNullWord(JsonNode type) {
        return type.asString("").equals("null");
    }

    /** Its only type, null aside. */
    String type() {
        var type = node.path("type");
        return type.isArray()
                ? type.valueStream()
                        .filter(one -> !isNullWord(one))
                        .findFirst()
                        .orElseThrow()
                        .asString()
                : type.asString();
    }

    boolean isTime() {
        return node.path("format").asString("").equals("date-time");
    }

    /** Its constants; empty if it is not a choice. */
    List<String> constants() {
        return node.path("enum")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    Map<String, Schema> properties() {
        var properties = new LinkedHashMap<String, Schema>();
        node.path("properties")
                .properties()
                .forEach(entry -> properties.put(entry.getKey(), of(entry.getValue(), document)));
        return properties;
    }

    boolean requires(String property) {
        return node.path("required")
                .valueStream()
                .anyMatch(name -> name.asString().equals(property));
    }

    Schema items() {
        return of(node.path("items"), document);
    }

    /** A bound such as maxLength. */
    Optional<Integer> bound(String name) {
        return node.has(name) ? Optional.of(node.path(name).asInt()) : Optional.empty();
    }

    /** Whether it says anything of what texts it takes. */
    boolean isParticular() {
        return node.has("pattern") || node.has("enum") || isTime() || !type().equals("string");
    }

    /** Whether the text is one of its values, for all that its pattern, its lengths and its constants say. */
    boolean takes(String text) {
        var length = text.codePointCount(0, text.length());
        return (constants().isEmpty() || constants().contains(text))
                && length >= bound("minLength").orElse(0)
                && length <= bound("maxLength").orElse(Integer.MAX_VALUE)
                && Pattern.compile(node.path("pattern").asString(""), Pattern.DOTALL)
                        .matcher(text)
                        .find()
                && !text.endsWith("\n");
    }
}
