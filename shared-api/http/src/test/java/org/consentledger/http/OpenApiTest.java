package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.consentledger.http.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest extends EdgeTest {

    private JsonNode document() {
        return json(get("/v1/openapi.json"));
    }

    @Test
    void isOfVersion31AndNamesNoHost() {
        assertThat(document().get("openapi").asString()).startsWith("3.1");
        assertThat(document().at("/servers/0/url").asString()).isEqualTo("/");
    }

    @Test
    void isThereInYamlToo() {
        assertThat(get("/v1/openapi.yaml").body()).startsWith("openapi: 3.1");
    }

    @Test
    void isShownOnAPageThatAsksNoOtherHost() {
        assertThat(get("/v1/docs").statusCode()).isEqualTo(302);
        assertThat(get("/v1/docs").headers().firstValue("Location")).contains("/v1/swagger-ui/index.html");
        assertThat(get("/v1/swagger-ui/index.html").body())
                .contains("swagger-ui")
                .doesNotContain("http");
        assertThat(get("/v1/swagger-ui/swagger-initializer.js").body())
                .contains("\"validatorUrl\" : \"none\"")
                .doesNotContain("petstore");
    }

    @Test
    void tellsWhatFieldsMayHold() {
        var sample = document().at("/components/schemas/Sample");

        assertThat(sample.at("/properties/subject/maxLength").asInt()).isEqualTo(200);
        assertThat(sample.at("/properties/subject/minLength").asInt()).isEqualTo(1);
        assertThat(sample.at("/properties/subject/pattern").asString()).isEqualTo("^[^\\p{Cc}\\p{Cs}]*$");
        assertThat(sample.at("/properties/codes/maxItems").asInt()).isEqualTo(3);
        assertThat(sample.at("/properties/codes/uniqueItems").asBoolean()).isTrue();
        assertThat(sample.at("/properties/codes/items/maxLength").asInt()).isEqualTo(64);
        assertThat(sample.at("/properties/codes/items/pattern").asString()).isEqualTo("^[a-z0-9][a-z0-9-]*$");
        assertThat(sample.at("/additionalProperties").asBoolean(true)).isFalse();
        assertThat(texts(sample.at("/required"))).containsExactlyInAnyOrder("subject", "codes", "colour");
        assertThat(document()
                        .at("/components/schemas/Part/properties/words/maxLength")
                        .asInt())
                .isEqualTo(20);
        assertThat(document().at("/components/schemas/Part/properties/class/enum"))
                .hasSize(2);
    }

    @Test
    void tellsWhatMayBeNull() {
        var sample = document().at("/components/schemas/Sample/properties");

        assertThat(texts(sample.at("/at/type"))).containsExactlyInAnyOrder("string", "null");
        assertThat(sample.at("/subject/type").asString()).isEqualTo("string");
        assertThat(sample.at("/part/anyOf/0/$ref").asString()).isEqualTo("#/components/schemas/Part");
        assertThat(sample.at("/part/anyOf/1/type").asString()).isEqualTo("null");
    }

    @Test
    void everyOperationRefersToItsProblems() {
        var document = document();
        for (var path : document.get("paths")) {
            for (var operation : path) {
                assertThat(operation.at("/responses/422/$ref").asString())
                        .isEqualTo("#/components/responses/Problem422");
                assertThat(operation.at("/responses/413").isMissingNode())
                        .isEqualTo(operation.at("/requestBody").isMissingNode());
            }
        }
        assertThat(document.at("/components/responses/Problem422/content").propertyNames())
                .containsExactly("application/problem+json");
    }

    @Test
    void everyProblemCodeIsNamed() {
        var codes = texts(document().at("/components/schemas/Problem/properties/code/enum"));

        assertThat(codes).hasSameSizeAs(ProblemCode.values()).contains("INVALID_FIELD", "RECIPIENT_CONFLICT");
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }
}
