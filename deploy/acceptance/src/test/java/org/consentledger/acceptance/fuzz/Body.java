package org.consentledger.acceptance.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** A body that is in order, and ways to spoil one place in it. */
record Body(ObjectNode valid) {

    private static final JsonMapper JSON = JsonMapper.shared();

    String text() {
        return JSON.writeValueAsString(valid);
    }

    /** With other JSON in one place, or nothing; it need not be readable. */
    String with(String pointer, @Nullable String json) {
        var spoiled = valid.deepCopy();
        var place = JsonPointer.compile(pointer);
        var value = json == null ? null : JsonNodeFactory.instance.rawValueNode(new RawValue(json));
        switch (spoiled.at(place.head())) {
            case ObjectNode object
            when value == null -> object.remove(place.last().getMatchingProperty());
            case ObjectNode object -> object.set(place.last().getMatchingProperty(), value);
            case ArrayNode array when value != null -> array.set(place.last().getMatchingIndex(), value);
            default -> throw new AssertionError("there is no " + pointer);
        }
        return JSON.writeValueAsString(spoiled);
    }

    /** With one more member in an object of it, somewhere among the others; name and value are JSON. */
    String withMember(String object, String name, String value, RandomGenerator random) {
        var members = valid.at(object).properties().stream()
                .map(member -> Texts.quoted(member.getKey(), false) + ":" + JSON.writeValueAsString(member.getValue()))
                .collect(Collectors.toList());
        members.add(random.nextInt(members.size() + 1), name + ":" + value);
        var text = "{" + String.join(",", members) + "}";
        return object.isEmpty() ? text : with(object, text);
    }

    /** The pointers of all objects in it, the whole first. */
    List<String> objects() {
        return objects("", valid).toList();
    }

    private static Stream<String> objects(String pointer, JsonNode node) {
        return switch (node) {
            case ObjectNode object ->
                Stream.concat(
                        Stream.of(pointer),
                        object.properties().stream()
                                .flatMap(member -> objects(pointer + "/" + member.getKey(), member.getValue())));
            case ArrayNode array -> array.isEmpty() ? Stream.empty() : objects(pointer + "/0", array.get(0));
            default -> Stream.empty();
        };
    }
}
