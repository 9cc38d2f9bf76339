package org.consentledger.command.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** What the description says of every command: its key, and both ways in which it can be accepted. */
final class CommandOperations implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        var components = api.getComponents() == null ? new Components() : api.getComponents();
        api.setComponents(components);
        components.addParameters(IdempotencyKey.HEADER, key());
        api.getPaths().forEach((path, item) -> {
            if (path.startsWith(CommandController.PATH + "/")) {
                item.readOperations().forEach(CommandOperations::describe);
            }
        });
    }

    private static void describe(Operation operation) {
        operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + IdempotencyKey.HEADER));
        var responses = operation.getResponses();
        var generated = responses.get("200");
        var content = generated == null ? new Content() : generated.getContent();
        responses.addApiResponse(
                "200", accepted("The ledger held every fact of it already; nothing was recorded.", content));
        responses.addApiResponse("201", accepted("Recorded, durably.", content));
    }

    private static ApiResponse accepted(String description, Content content) {
        return new ApiResponse()
                .description(description)
                .content(content)
                .addHeaderObject(
                        CommandIntake.REPLAYED_HEADER,
                        new Header()
                                .description("true if this is the first answer to the same key again")
                                .schema(text()));
    }

    private static Parameter key() {
        var schema = text();
        schema.setPattern("^" + IdempotencyKey.FORM + "$");
        return new Parameter()
                .in("header")
                .name(IdempotencyKey.HEADER)
                .required(false)
                .description(
                        "The caller's name for this command, the same for every attempt. The same key with the same "
                                + "body is answered as the first time, for ever; with another body it is an error. Must hold "
                                + "nothing personal.")
                .schema(schema);
    }

    private static Schema<Object> text() {
        var schema = new Schema<>();
        schema.addType("string");
        return schema;
    }
}
