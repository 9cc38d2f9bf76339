package org.consentledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For each field of each command: a value it must not have, and the answer that names it. */
class InvalidCommandsTest extends CommandEdgeTest {

    /** Escapes what UTF-8 cannot hold, such as half a pair of surrogates. */
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String TOO_LONG = "x".repeat(600);

    /** The field to change, what it must not be, and where the fault is found if not there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            give-consent         | /subject                       | ""                           |
            give-consent         | /subject                       | "a\\u0000b"                  |
            give-consent         | /subject                       | "a\\nb"                      |
            give-consent         | /subject                       | "\\ud83d"                    |
            give-consent         | /subject                       | TOO_LONG                     |
            give-consent         | /notice                        | "Reference"                  |
            give-consent         | /notice                        | "-a"                         |
            give-consent         | /notice                        | "a_b"                        |
            give-consent         | /notice                        | TOO_LONG                     |
            give-consent         | /noticeVersion                 | ".1"                         |
            give-consent         | /noticeVersion                 | "2016 10"                    |
            give-consent         | /noticeVersion                 | TOO_LONG                     |
            give-consent         | /purposes                      | []                           |
            give-consent         | /purposes                      | MANY 65                      |
            give-consent         | /purposes                      | ["a","a"]                    |
            give-consent         | /purposes                      | ["a","*"]                    | /purposes/1
            give-consent         | /purposes                      | ["a",null]                   | /purposes/1
            give-consent         | /evidence/channel              | "FAX"                        |
            give-consent         | /evidence/form                 | "explicit"                   |
            give-consent         | /evidence/statementSha256      | "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08" |
            give-consent         | /evidence/statementSha256      | "9f86"                       |
            give-consent         | /evidence/locale               | "english language"           |
            give-consent         | /evidence/collectedBy          | ""                           |
            give-consent         | /evidence/collectedBy          | TOO_LONG                     |
            give-consent         | /giver/kind                    | "NEIGHBOUR"                  |
            give-consent         | /giver/reference               | TOO_LONG                     |
            give-consent         | /giver/authority               | TOO_LONG                     |
            give-consent         | /giver/authority               | null                         |
            give-consent         | /giver/authority               | " "                          |
            give-consent         | /collectedAt                   | "2016-11-02T10:15:00"        |
            give-consent         | /collectedAt                   | "2016-12-31T23:59:60Z"       |
            give-consent         | /validUntil                    | "10000-01-01T00:00:00Z"      |
            refuse-consent       | /purposes                      | ["*"]                        | /purposes/0
            refuse-consent       | /collectedAt                   | "1899-12-31T23:59:59Z"       |
            revoke-consent       | /purposes                      | ["a","*"]                    |
            revoke-consent       | /purposes                      | ["**"]                       | /purposes/0
            revoke-consent       | /purposes                      | MANY 65                      |
            revoke-consent       | /channel                       | "LETTER"                     |
            revoke-consent       | /revokedAt                     | "now"                        |
            object-to-processing | /purposes                      | ["*"]                        | /purposes/0
            object-to-processing | /purposes                      | []                           |
            object-to-processing | /channel                       | ""                           |
            object-to-processing | /objectedAt                    | ""                           |
            withdraw-objection   | /subject                       | TOO_LONG                     |
            withdraw-objection   | /withdrawnAt                   | "2016-02-30T00:00:00Z"       |
            publish-notice       | /notice                        | "a/b"                        |
            publish-notice       | /version                       | "v/1"                        |
            publish-notice       | /effectiveFrom                 | "2016-10-01"                 |
            publish-notice       | /homeArea                      | ["eea"]                      | /homeArea/0
            publish-notice       | /homeArea                      | ["EEA","EEA"]                |
            publish-notice       | /homeArea                      | AREAS 65                     |
            publish-notice       | /texts/0/language              | "e"                          |
            publish-notice       | /texts/0/sha256                | "x"                          |
            publish-notice       | /texts                         | [null]                       | /texts/0
            publish-notice       | /texts                         | TEXTS 51                     |
            publish-notice       | /texts                         | TWINS                        |
            publish-notice       | /purposes                      | []                           |
            publish-notice       | /purposes                      | PURPOSES 257                 |
            publish-notice       | /purposes                      | [null]                       | /purposes/0
            publish-notice       | /purposes/1/purpose            | "business-notices"           | /purposes
            publish-notice       | /purposes/1/purpose            | "Legal"                      |
            publish-notice       | /purposes/0/basis              | "WHIM"                       |
            publish-notice       | /purposes/0/form               | "LOUD"                       |
            publish-notice       | /purposes/0/dataCategories     | []                           |
            publish-notice       | /purposes/0/dataCategories     | ["a","a"]                    |
            publish-notice       | /purposes/0/dataCategories     | MANY 65                      |
            publish-notice       | /purposes/0/dataCategories     | ["A"]                        | /purposes/0/dataCategories/0
            publish-notice       | /purposes/0/recipientClasses   | ["FRIENDS"]                  | /purposes/0/recipientClasses/0
            publish-notice       | /purposes/0/recipientClasses   | ["SUB_SUPPLIER","SUB_SUPPLIER"] |
            publish-notice       | /purposes/0/crossBorderConsent | "*"                          |
            publish-notice       | /purposes/0/validFor           | "24M"                        |
            publish-notice       | /purposes/0/validFor           | "P0M"                        |
            publish-notice       | /purposes/0/validFor           | "P-1M"                       |
            publish-notice       | /purposes/0/validFor           | "P1201M"                     |
            publish-notice       | /purposes/0/validFor           | "PT24H"                      |
            register-recipient   | /recipient                     | "Mailing House"              |
            register-recipient   | /name                          | ""                           |
            register-recipient   | /name                          | "a\\tb"                      |
            register-recipient   | /name                          | TOO_LONG                     |
            register-recipient   | /class                         | "FRIEND"                     |
            register-recipient   | /country                       | "UK"                         |
            register-recipient   | /country                       | "ITA"                        |
            record-safeguard     | /kind                          | "TRUST"                      |
            record-safeguard     | /kind                          | "ADEQUACY"                   | /framework
            record-safeguard     | /framework                     | null                         |
            record-safeguard     | /framework                     | "safe harbor"                |
            record-safeguard     | /reference                     | ""                           |
            record-safeguard     | /validFrom                     | "2012"                       |
            record-safeguard     | /validUntil                    | "never"                      |
            withdraw-safeguard   | /kind                          | "TRUST"                      |
            withdraw-safeguard   | /reference                     | TOO_LONG                     |
            withdraw-safeguard   | /withdrawnAt                   | "2015-10-06T00:00:00 Z"      |
            retire-recipient     | /recipient                     | ""                           |
            retire-recipient     | /retiredAt                     | "2017-01-01T25:00:00Z"       |
            record-transfer      | /subject                       | ""                           |
            record-transfer      | /recipient                     | "a b"                        |
            record-transfer      | /purpose                       | "*"                          |
            record-transfer      | /dataCategories                | []                           |
            record-transfer      | /dataCategories                | MANY 65                      |
            record-transfer      | /dataCategories                | ["contact","contact"]        |
            record-transfer      | /intent                        | "ASK"                        |
            record-transfer      | /occurredAt                    | "2016-11-20T09:00Z"          |
            record-transfer      | /reference                     | "\\u001b[31m"                |
            """)
    void anInvalidValueIsNamed(String command, String field, String value, String pointer) {
        var answer = post(command, with(command, field, value(value)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).get("code").asString()).isEqualTo("INVALID_FIELD");
        assertThat(pointers(answer)).as(answer.body()).containsExactly(pointer == null ? field : pointer);
        assertThat(desk.submissions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("required")
    void whatMustBeThereIsMissed(String command, String field) {
        for (var body : List.of(with(command, field, JSON.getNodeFactory().nullNode()), without(command, field))) {
            var answer = post(command, body);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(pointers(answer)).as(answer.body()).contains(field);
            assertThat(json(answer).at("/errors/0/code").asString()).isEqualTo("REQUIRED");
        }
        assertThat(desk.submissions()).isEmpty();
    }

    static Stream<Arguments> required() {
        return Stream.of(
                        "give-consent /subject /notice /noticeVersion /purposes /evidence /evidence/channel"
                                + " /evidence/form /giver/kind",
                        "refuse-consent /subject /notice /noticeVersion /purposes /evidence",
                        "revoke-consent /subject /purposes",
                        "object-to-processing /subject /purposes",
                        "withdraw-objection /subject /purposes",
                        "publish-notice /notice /version /effectiveFrom /purposes /texts/0/language /texts/0/sha256"
                                + " /purposes/0/purpose /purposes/0/basis /purposes/0/form"
                                + " /purposes/0/dataCategories /purposes/0/recipientClasses",
                        "register-recipient /recipient /name /class /country",
                        "record-safeguard /recipient /kind /reference /validFrom",
                        "withdraw-safeguard /recipient /kind /reference",
                        "retire-recipient /recipient",
                        "record-transfer /subject /recipient /purpose /dataCategories /intent")
                .map(line -> line.split(" "))
                .flatMap(words -> Stream.of(words).skip(1).map(field -> Arguments.of(words[0], field)));
    }

    @ParameterizedTest
    @MethodSource("org.consentledger.command.http.GoldenCommandsTest#commands")
    void unknownFieldsAreTurnedDown(String command) {
        var answer = post(command, with(command, "/extra", JSON.getNodeFactory().booleanNode(true)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(pointers(answer)).containsExactly("/extra");
        assertThat(desk.submissions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.consentledger.command.http.GoldenCommandsTest#commands")
    void everyFieldInsistsOnItsType(String command) {
        var body = (ObjectNode) JSON.readTree(Bodies.COMPLETE.get(command));
        for (var field : body.propertyNames()) {
            var answer = post(
                    command, with(command, "/" + field, JSON.getNodeFactory().numberNode(1)));

            assertThat(answer.statusCode()).as("%s %s", field, answer.body()).isEqualTo(400);
            assertThat(pointers(answer)).contains("/" + field);
        }
        assertThat(desk.submissions()).isEmpty();
    }

    private static String with(String command, String field, JsonNode value) {
        var body = JSON.readTree(Bodies.COMPLETE.get(command));
        var pointer = JsonPointer.compile(field);
        switch (body.at(pointer.head())) {
            case ObjectNode object -> object.set(pointer.last().getMatchingProperty(), value);
            case ArrayNode array -> array.set(pointer.last().getMatchingIndex(), value);
            default -> throw new AssertionError(field);
        }
        return ASCII.writeValueAsString(body);
    }

    private static String without(String command, String field) {
        var body = JSON.readTree(Bodies.COMPLETE.get(command));
        var pointer = JsonPointer.compile(field);
        ((ObjectNode) body.at(pointer.head())).remove(pointer.last().getMatchingProperty());
        return ASCII.writeValueAsString(body);
    }

    private static JsonNode value(String text) {
        var words = text.split(" ", 2);
        return switch (words[0]) {
            case "TOO_LONG" -> JSON.getNodeFactory().stringNode(TOO_LONG);
            case "MANY" -> many(words[1], "\"code-%d\"");
            case "AREAS" -> many(words[1], "\"AREA-%d\"");
            case "TEXTS" -> many(words[1], "{\"language\":\"x-%d\",\"sha256\":\"" + "0".repeat(64) + "\"}");
            case "TWINS" ->
                JSON.readTree(many("2", "{\"language\":\"x-%d\",\"sha256\":\"" + "0".repeat(64) + "\"}")
                        .toString()
                        .replace("x-1", "x-0"));
            case "PURPOSES" ->
                many(
                        words[1],
                        "{\"purpose\":\"p-%d\",\"basis\":\"CONTRACT\",\"form\":\"NONE\",\"dataCategories\":[\"a\"],"
                                + "\"recipientClasses\":[]}");
            default -> JSON.readTree(text);
        };
    }

    private static JsonNode many(String count, String element) {
        var array = JSON.createArrayNode();
        IntStream.range(0, Integer.parseInt(count))
                .forEach(i -> array.add(JSON.readTree(element.replace("%d", Integer.toString(i)))));
        return array;
    }
}
