package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BodyTest extends EdgeTest {

    private static final String GOOD = "{\"subject\":\"cust-1\",\"codes\":[\"a\"],\"colour\":\"RED\"";

    @Test
    void whatIsValidIsRead() {
        var answer = post(
                GOOD + ",\"at\":\"2016-11-02T11:15:00.1234567+01:00\",\"part\":{\"part\":\"p\",\"class\":\"GREEN\"}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("at").asString()).isEqualTo("2016-11-02T10:15:00.123456Z");
        assertThat(json(answer).get("part").get("class").asString()).isEqualTo("GREEN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            {"x":1}                                     | /x               | UNKNOWN
            {"x":{"y":[1,{"z":2}]}}                     | /x               | UNKNOWN
            {"x~/y":1}                                  | /x~0~1y          | UNKNOWN
            {"part":{"part":"p","class":"RED","x":{}}}  | /part/x          | UNKNOWN
            {"parts":[{"part":"p","class":"RED","x":1}]}| /parts/0/x       | UNKNOWN
            {"part":{"x":[],"part":"p","words":"w","class":"RED"}} | /part/x    | UNKNOWN
            {"part":{"part":"p","words":"w","class":"RED","x":[]}} | /part/x    | UNKNOWN
            {"part":{"x":[],"part":"p","words":"w","class":"RED","y":1}} | /part/x | UNKNOWN
            {"part":{"x":[],"part":"p","words":"w","class":"RED","y":[]}} | /part/y | UNKNOWN
            {"parts":[{},{"x":[],"part":"p","words":"w","class":"RED"}]} | /parts/1/x | UNKNOWN
            {"partClass":"RED"}                         | /partClass       | UNKNOWN
            {"Subject":"s"}                             | /Subject         | UNKNOWN
            {"subject":1}                               | /subject         | WRONG_TYPE
            {"subject":true}                            | /subject         | WRONG_TYPE
            {"subject":{"a":[1]}}                       | /subject         | WRONG_TYPE
            {"subject":["a"]}                           | /subject         | WRONG_TYPE
            {"codes":"a"}                               | /codes           | WRONG_TYPE
            {"codes":{}}                                | /codes           | WRONG_TYPE
            {"codes":["a",2]}                           | /codes/1         | WRONG_TYPE
            {"codes":["a",["b"]]}                       | /codes/1         | WRONG_TYPE
            {"colour":0}                                | /colour          | WRONG_TYPE
            {"colour":["RED"]}                          | /colour          | WRONG_TYPE
            {"colour":{"name":"RED"}}                   | /colour          | WRONG_TYPE
            {"at":1478081700}                           | /at              | WRONG_TYPE
            {"at":1478081700.5}                         | /at              | WRONG_TYPE
            {"at":{}}                                   | /at              | WRONG_TYPE
            {"part":"p"}                                | /part            | WRONG_TYPE
            {"part":""}                                 | /part            | WRONG_TYPE
            {"part":7}                                  | /part            | WRONG_TYPE
            {"part":["p"]}                              | /part            | WRONG_TYPE
            {"part":{"part":"p","class":2}}             | /part/class      | WRONG_TYPE
            {"flag":"true"}                             | /flag            | WRONG_TYPE
            {"flag":1}                                  | /flag            | WRONG_TYPE
            {"flag":{}}                                 | /flag            | WRONG_TYPE
            {"subject":"a","subject":"a"}               | /subject         | DUPLICATE
            {"part":{"part":"p","part":"p"}}            | /part/part       | DUPLICATE
            """)
    void whatHasAnotherShapeIsUnreadable(String body, String pointer, String code) {
        var answer = post(body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("code").asString()).isEqualTo("MALFORMED_REQUEST");
        assertThat(fault(json(answer), pointer)).as(answer.body()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            "at":"yesterday"                                         | /at            | INVALID
            "at":"2016-11-02"                                        | /at            | INVALID
            "at":"2016-11-02T10:15:00"                               | /at            | INVALID
            "at":"1478081700"                                        | /at            | INVALID
            "at":"2016-12-31T23:59:60Z"                              | /at            | INVALID
            "at":"1899-12-31T23:59:59Z"                              | /at            | INVALID
            "at":""                                                  | /at            | INVALID
            "part":{"part":"P","class":"RED"}                        | /part/part     | INVALID
            "part":{"part":"p"}                                      | /part/class    | REQUIRED
            "part":{"part":"p","class":"BLUE"}                       | /part/class    | INVALID
            "part":{"part":"p","class":""}                           | /part/class    | INVALID
            "part":{"part":"p","class":"1"}                          | /part/class    | INVALID
            "part":{"part":"p","class":"red"}                        | /part/class    | INVALID
            "part":{"part":"p","class":" RED"}                       | /part/class    | INVALID
            "part":{"part":"p","class":"RED","words":""}             | /part/words    | INVALID
            "part":{"part":"p","class":"RED","words":"a\\nb"}        | /part/words    | INVALID
            "part":{"part":"p","class":"RED","words":"a\\u0000"}     | /part/words    | INVALID
            "part":{"part":"p","class":"RED","words":"a\\u0085"}     | /part/words    | INVALID
            "part":{"part":"p","class":"RED","words":"a\\ud800"}     | /part/words    | INVALID
            "part":{"part":"p","class":"RED","words":"\\udc00\\ud800"}| /part/words   | INVALID
            "part":{"part":"p","class":"RED","words":"123456789012345678901"} | /part/words | INVALID
            "parts":[{"part":"p","class":"RED"},{"part":"","class":"RED"}] | /parts/1/part | INVALID
            "parts":[null]                                           | /parts/0       | REQUIRED
            "parts":[{"part":"p"}]                                   | /parts/0/class | REQUIRED
            "country":"XX"                                           | /country       | INVALID
            "country":"it"                                           | /country       | INVALID
            "country":""                                             | /country       | INVALID
            "language":"english!"                                    | /language      | INVALID
            "language":"en-"                                         | /language      | INVALID
            "language":"e"                                           | /language      | INVALID
            "language":""                                            | /language      | INVALID
            "digest":"abc"                                           | /digest        | INVALID
            "digest":"DB1F9CB63B9E4E2A2A7C1A5D1F2E3A4B5C6D7E8F9A0B1C2D3E4F5A6B7C8D9E0F" | /digest | INVALID
            "lasts":"P"                                              | /lasts         | INVALID
            "lasts":"P0D"                                            | /lasts         | INVALID
            "lasts":"P-1Y"                                           | /lasts         | INVALID
            "lasts":"P101Y"                                          | /lasts         | INVALID
            "lasts":"P36526D"                                        | /lasts         | INVALID
            "lasts":"PT5H"                                           | /lasts         | INVALID
            "lasts":"2 years"                                        | /lasts         | INVALID
            """)
    void whatBreaksAConstraintIsInvalid(String field, String pointer, String code) {
        var answer = post(GOOD + "," + field + "}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).get("code").asString()).isEqualTo("INVALID_FIELD");
        assertThat(fault(json(answer), pointer)).as(answer.body()).isEqualTo(code);
        assertThat(json(answer).get("errors").size()).as(answer.body()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"lasts\":\"P24M\"",
                "\"lasts\":\"P100Y\"",
                "\"lasts\":\"P1Y2M3W4D\"",
                "\"language\":\"de-CH-1996\"",
                "\"language\":\"x-own\"",
                "\"country\":\"IT\"",
                "\"at\":null",
                "\"part\":null",
                "\"flag\":false",
                "\"part\":{\"part\":\"p\",\"class\":\"RED\",\"words\":\"\\ud83d\\ude00 \u2028\"}",
            })
    void whatKeepsItsConstraintsIsAccepted(String field) {
        var answer = post(GOOD + "," + field + "}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void lengthIsCountedInCharactersNotInHalves() {
        var subject = "\uD83D\uDE00".repeat(200);

        assertThat(post("{\"subject\":\"" + subject + "\",\"codes\":[\"a\"],\"colour\":\"RED\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("{\"subject\":\"" + subject + "x\",\"codes\":[\"a\"],\"colour\":\"RED\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void oneAnswerNamesEverythingThatIsWrong() {
        var answer = post("{\"subject\":\"\",\"codes\":[\"a\",\"A\",\"a\"],\"colour\":\"BLUE\",\"at\":\"now\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(pointers(json(answer)))
                .containsExactlyInAnyOrder("/subject", "/codes", "/codes/1", "/colour", "/at");
        assertThat(json(answer).get("detail").asString()).isEqualTo("5 things are wrong; see errors");
    }

    @Test
    void aWrongShapeOutweighsAnInvalidValueAndBothAreNamed() {
        var answer = post("{\"subject\":\"\",\"codes\":[],\"color\":\"RED\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(pointers(json(answer))).containsExactlyInAnyOrder("/color", "/subject", "/codes", "/colour");
    }

    @Test
    void aContradictionIsNamedAtItsField() {
        var answer = post("{\"subject\":\"s\",\"codes\":[\"a\"],\"colour\":\"GREEN\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/flag");
        assertThat(json(answer).get("detail").asString()).isEqualTo("is required when colour is GREEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "nonsense",
                "{\"subject\":\"s\"",
                "{\"subject\":\"s\",}",
                "{'subject':'s'}",
                "{subject:\"s\"}",
                "{/* */}",
                "{} {}",
                "{}x",
                "{\"subject\":\"s\"}]",
                "{\"subject\":\"a\tb\"}",
                "{\"at\":NaN}",
                "{\"at\":01}",
                "[]",
                "[{}]",
                "null",
                "\"text\"",
                "7",
                "true",
                "\uFEFF{}",
            })
    void whatIsNoJsonObjectIsUnreadable(String body) {
        var answer = post(body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("code").asString()).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void depthIsBounded() {
        var answer = post("{\"x\":" + "[".repeat(900) + "]".repeat(900) + "}");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1"})
    void bytesAreUtf8AndNothingElse(String charset) {
        var body = (GOOD + "}").replace("cust-1", "caf\u00e9").getBytes(Charset.forName(charset));

        var answer = send(
                to("/v1/samples").header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void surrogatesInUtf8AreNoUtf8() {
        var body = (GOOD + "}").replace("cust-1", "???").getBytes(StandardCharsets.ISO_8859_1);
        var at = new String(body, StandardCharsets.ISO_8859_1).indexOf("???");
        body[at] = (byte) 0xED;
        body[at + 1] = (byte) 0xA0;
        body[at + 2] = (byte) 0x80;

        var answer = send(
                to("/v1/samples").header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void noAnswerRepeatsWhatWasGiven() {
        var answer = post("{\"subject\":\"\",\"codes\":[\"SECRET\"],\"colour\":\"SECRET\",\"at\":\"SECRET\","
                + "\"part\":\"SECRET\",\"language\":\"SECRET!\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("SECRET").doesNotContain("org.consentledger.http");
    }

    private static String fault(JsonNode problem, String pointer) {
        return StreamSupport.stream(problem.get("errors").spliterator(), false)
                .filter(error -> error.get("pointer").asString().equals(pointer))
                .map(error -> error.get("code").asString())
                .findFirst()
                .orElse("none");
    }

    private static java.util.List<String> pointers(JsonNode problem) {
        return StreamSupport.stream(problem.get("errors").spliterator(), false)
                .map(error -> error.get("pointer").asString())
                .toList();
    }
}
