package org.consentledger.chaos.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.ground.Node;
import org.consentledger.chaos.load.Marker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as {@code /v1/events} answers it.
 *
 * @param order number of the order that its content is of; none if it is of no order
 */
record AnsweredEvent(long position, String id, String type, OptionalLong order, JsonNode data) {

    private static final String TYPE_PREFIX = "org.consentledger.";

    static List<AnsweredEvent> all(Calls calls, Node query, Path folder) throws IOException, InterruptedException {
        var file = folder.resolve("events.ndjson");
        calls.download(query.url("/v1/events"), "application/x-ndjson", file);
        try (var lines = Files.lines(file)) {
            return lines.map(JsonMapper.shared()::readTree)
                    .map(AnsweredEvent::of)
                    .toList();
        }
    }

    private static AnsweredEvent of(JsonNode event) {
        var data = event.path("data");
        return new AnsweredEvent(
                event.path("position").asLong(),
                event.path("id").asString(),
                event.path("type").asString().substring(TYPE_PREFIX.length()),
                Marker.numberIn(data),
                data);
    }
}
