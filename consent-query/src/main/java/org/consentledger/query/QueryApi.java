package org.consentledger.query;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the interface must say and the generator cannot find out. */
@Configuration(proxyBeanMethods = false)
class QueryApi {

    private static final String EVENTS = "/v1/events";

    @Bean
    Info info() {
        return new Info()
                .title("Consent ledger: queries")
                .version("v1")
                .description("What subjects said, what went to whom and on what ground, now and at any moment before."
                        + " Times are RFC 3339, answered in UTC. A minPosition, from a command's answer, makes a query"
                        + " wait until it sees what that command recorded.");
    }

    @Bean
    GlobalOpenApiCustomizer queryDetails() {
        return api -> {
            streams(api);
            knownAt(api);
        };
    }

    private static void streams(OpenAPI api) {
        var page = requireNonNull(requireNonNull(api.getPaths().get(EVENTS)).getGet());
        var content = requireNonNull(page.getResponses().get("200")).getContent();
        var text = new Schema<>();
        text.addType("string");
        content.addMediaType("application/x-ndjson", new MediaType().schema(text));
        content.addMediaType("text/event-stream", new MediaType().schema(text));
    }

    /** Comes back as it was given: a position, a time, or nothing. */
    private static void knownAt(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        schemas.keySet().removeAll(Set.of("KnownAt", "Position", "Time"));
        var knownAt = new Schema<>();
        List.of("integer", "string", "null").forEach(knownAt::addType);
        requireNonNull(schemas.get("ConsentsView")).addProperty("knownAt", knownAt);
    }
}
