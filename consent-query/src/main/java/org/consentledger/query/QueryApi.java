package org.consentledger.query;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.consentledger.query.paging.Page;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the interface must say and the generator cannot find out. */
@Configuration(proxyBeanMethods = false)
class QueryApi {

    private static final String EVENTS = "/v1/events";
    private static final String EXPORTS = "/v1/exports/events";

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
        content.addMediaType(
                "application/cloudevents-batch+json",
                new MediaType().schema(new ArraySchema().items(new Schema<>().$ref("CloudEvent"))));
        exports(api, text);
        page.getParameters().stream()
                .filter(parameter -> parameter.getName().equals("limit"))
                .forEach(QueryApi::limitOfAnyForm);
    }

    private static void exports(OpenAPI api, Schema<?> text) {
        var export = requireNonNull(requireNonNull(api.getPaths().get(EXPORTS)).getGet());
        requireNonNull(export.getResponses().get("200"))
                .content(new Content()
                        .addMediaType("application/x-ndjson", new MediaType().schema(text))
                        .addMediaType("text/csv", new MediaType().schema(text)));
    }

    /** The generator takes the page's bounds, and streams have others. */
    private static void limitOfAnyForm(Parameter limit) {
        limit.setDescription("How many events at the most. In a page: up to %d, and %s unless it is given. Streams"
                        .formatted(Page.LIMIT_MAX, Page.LIMIT_DEFAULT)
                + " take any number, and have no limit unless it is given.");
        limit.schema(new Schema<>().minimum(BigDecimal.ONE).format("int64"));
        limit.getSchema().addType("integer");
    }

    /** Comes back as it was given: a position, a time, or nothing. */
    private static void knownAt(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        schemas.keySet().removeAll(Set.of("KnownAt", "Position", "Time"));
        var knownAt = new Schema<>();
        List.of("integer", "string", "null").forEach(knownAt::addType);
        List.of("ConsentsView", "SubjectStanding")
                .forEach(answer -> requireNonNull(schemas.get(answer)).addProperty("knownAt", knownAt));
    }
}
