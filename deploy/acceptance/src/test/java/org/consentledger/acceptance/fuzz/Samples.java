package org.consentledger.acceptance.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Values that no schema can know, because they must exist: by operation and name, or by name alone. */
record Samples(ObjectNode file) {

    static Samples read() {
        try (var in = Samples.class.getResourceAsStream("samples.yaml")) {
            return new Samples((ObjectNode) new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These and another one, which came to be only now. */
    Samples with(String name, String value) {
        var more = file.deepCopy();
        more.withObject("/everywhere").put(name, value);
        return new Samples(more);
    }

    /** The same, for one operation. */
    Samples with(String operation, String name, String value) {
        var more = file.deepCopy();
        more.withObject("/operations/" + operation).put(name, value);
        return new Samples(more);
    }

    Optional<JsonNode> of(Operation operation, String name) {
        return found(file.path("operations").path(operation.id()).path(name))
                .or(() -> found(file.path("everywhere").path(name)));
    }

    /** Whether a request in order lacks a field, as it contradicts another. */
    boolean isLeftOut(Operation operation, String name) {
        return file.path("without")
                .path(operation.id())
                .valueStream()
                .anyMatch(field -> field.asString().equals(name));
    }

    /** What else a request must accept for a header of that name to count. */
    Optional<String> acceptedWith(String header) {
        return found(file.path("accept").path(header)).map(JsonNode::asString);
    }

    private static Optional<JsonNode> found(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }
}
