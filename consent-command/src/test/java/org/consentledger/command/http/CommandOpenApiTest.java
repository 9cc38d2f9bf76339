package org.consentledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description and the code say the same. */
class CommandOpenApiTest extends CommandEdgeTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mapping;

    private JsonNode document() {
        return json(send(to("/v1/openapi.json")));
    }

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        var routes = mapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(info -> info.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(document().get("paths").propertyNames())).isEqualTo(routes);
        assertThat(routes)
                .containsExactlyElementsOf(Bodies.COMPLETE.keySet().stream()
                        .map(command -> "/v1/commands/" + command)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("org.consentledger.command.http.GoldenCommandsTest#commands")
    void everyCommandTellsItsKeyItsAnswersAndItsProblems(String command) {
        var document = document();
        var operation = document.at("/paths/~1v1~1commands~1" + command + "/post");

        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(operation.get("summary").asString()).isNotBlank();
        assertThat(operation.at("/parameters/0/$ref").asString()).isEqualTo("#/components/parameters/Idempotency-Key");
        assertThat(operation.at("/requestBody/content").propertyNames()).containsExactly("application/json");
        assertThat(operation.get("responses").propertyNames())
                .contains("200", "201", "400", "406", "409", "413", "415", "422", "500", "503");
        for (var status : Set.of("200", "201")) {
            assertThat(operation
                            .at("/responses/" + status + "/content/application~1json/schema/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/CommandAnswer");
        }
    }

    @ParameterizedTest
    @MethodSource("org.consentledger.command.http.GoldenCommandsTest#commands")
    void everySchemaNamesExactlyTheFieldsOfTheBody(String command) {
        var schema = schema(command);

        assertThat(schema.get("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        JSON.readTree(Bodies.COMPLETE.get(command)).propertyNames());
        assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.consentledger.command.http.GoldenCommandsTest#commands")
    void everyTextIsBounded(String command) {
        for (var property : schema(command).get("properties").properties()) {
            var schema = property.getValue();
            var types = schema.get("type");
            var isFreeText = types != null
                    && types.toString().contains("\"string\"")
                    && !schema.has("enum")
                    && !schema.has("format");
            if (isFreeText) {
                assertThat(schema.propertyNames())
                        .as("%s %s", command, property.getKey())
                        .contains("pattern", "minLength", "maxLength");
            }
            if (types != null && types.toString().contains("\"array\"")) {
                assertThat(schema.propertyNames())
                        .as("%s %s", command, property.getKey())
                        .contains("maxItems");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            GiveConsentRequest     ; /properties/purposes/items/pattern         ; ^[a-z0-9][a-z0-9-]*$
            GiveConsentRequest     ; /properties/purposes/maxItems              ; 64
            GiveConsentRequest     ; /properties/purposes/uniqueItems           ; true
            GiveConsentRequest     ; /properties/subject/maxLength              ; 200
            RevokeConsentRequest   ; /properties/purposes/items/pattern         ; ^(?:[*]|[a-z0-9][a-z0-9-]*)$
            RecordTransferRequest  ; /properties/dataCategories/minItems        ; 1
            PublishNoticeRequest   ; /properties/purposes/maxItems              ; 256
            PublishNoticeRequest   ; /properties/purposes/items/$ref            ; #/components/schemas/PurposeRequest
            PurposeRequest         ; /properties/recipientClasses/maxItems      ; 9
            RegisterRecipientRequest ; /properties/class/enum/0                 ; PUBLIC_AUTHORITY
            RegisterRecipientRequest ; /properties/country/pattern              ; ^[A-Z]{2}$
            EvidenceRequest        ; /properties/statementSha256/maxLength      ; 64
            GiverRequest           ; /properties/authority/maxLength            ; 500
            RecordSafeguardRequest ; /properties/framework/pattern              ; ^[A-Z0-9][A-Z0-9-]*$
            """)
    void constraintsAreToldAsTheyAre(String schema, String pointer, String expected) {
        var found = document().at("/components/schemas/" + schema + pointer);

        assertThat(found.isString() ? found.asString() : found.toString()).isEqualTo(expected);
    }

    /** With a default of now, an exact repeat would contradict what it repeats. */
    @Test
    void whereARepeatIsComparedByContentItsTimeIsRequired() {
        assertThat(texts(schema("publish-notice").get("required"))).contains("effectiveFrom");
        assertThat(texts(schema("record-safeguard").get("required"))).contains("validFrom");
    }

    @Test
    void theRefusalOfATransferIsDescribed() {
        assertThat(document()
                        .at("/paths/~1v1~1commands~1record-transfer/post/responses/403/$ref")
                        .asString())
                .isEqualTo("#/components/responses/Problem403");
    }

    @Test
    void whatAnAnswerAlwaysHasIsSaid() {
        var answer = document().at("/components/schemas/CommandAnswer");

        assertThat(texts(answer.get("required")))
                .containsExactlyInAnyOrder("commandId", "position", "events", "receipts");
        assertThat(answer.get("properties").propertyNames())
                .containsExactlyInAnyOrder("commandId", "position", "events", "receipts", "erasure", "decision");
    }

    private JsonNode schema(String command) {
        var document = document();
        var ref = document.at(
                        "/paths/~1v1~1commands~1" + command + "/post/requestBody/content/application~1json/schema/$ref")
                .asString();
        return document.at(ref.substring(1));
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }
}
