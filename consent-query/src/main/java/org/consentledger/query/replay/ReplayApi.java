package org.consentledger.query.replay;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What the description of the interface says of answers that are streamed, which the generator cannot find out. */
@Component
final class ReplayApi implements GlobalOpenApiCustomizer {

    private static final String REPLAY = "/v1/replays/{id}/";

    @Override
    public void customise(OpenAPI api) {
        for (var result : ReplayResult.values()) {
            answer(api, result.title())
                    .addMediaType("application/json", new MediaType().schema(document(result)))
                    .addMediaType("text/csv", new MediaType().schema(of("string")));
        }
        answer(api, "progress").addMediaType("text/event-stream", new MediaType().schema(of("string")));
    }

    private static Content answer(OpenAPI api, String what) {
        var get =
                requireNonNull(requireNonNull(api.getPaths().get(REPLAY + what)).getGet());
        var ok = requireNonNull(get.getResponses().get("200"));
        var content = new Content();
        ok.setContent(content);
        return content;
    }

    private static Schema<?> document(ReplayResult result) {
        var row = of("object");
        result.columns().forEach(column -> row.addProperty(column.name(), schema(column)));
        row.setRequired(result.columns().stream()
                .map(ReplayResult.Column::name)
                .sorted()
                .toList());
        var rows = of("array");
        rows.setItems(row);
        var document = of("object");
        document.addProperty("id", of("string").format("uuid"));
        document.addProperty("position", of("integer").format("int64"));
        document.addProperty("asOf", of("string").format("date-time"));
        document.addProperty(result.title(), rows);
        document.setRequired(List.of("asOf", result.title(), "id", "position"));
        return document;
    }

    private static Schema<?> schema(ReplayResult.Column column) {
        return switch (column.type()) {
            case TEXT -> of("string", "null");
            case NUMBER -> of("integer", "null").format("int64");
            case TIME -> of("string", "null").format("date-time");
            case TEXTS -> {
                var texts = of("array", "null");
                texts.setItems(of("string"));
                yield texts;
            }
            case JSON -> of("object", "null");
        };
    }

    private static Schema<?> of(String... types) {
        var schema = new Schema<>();
        List.of(types).forEach(schema::addType);
        return schema;
    }
}
