package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest extends EdgeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour=BLUE                 | colour  | must be one of RED, GREEN
            at=yesterday                | at      | must be an RFC 3339 time with an offset, such as 2016-11-02T10:15:00Z
            at=2016-12-31T23:59:60Z     | at      | must not be a leap second: the ledger's clock has none; give second 59 or the next minute
            limit=many                  | limit   | must be a number
            """)
    void aWrongParameterIsNamed(String query, String parameter, String detail) {
        var answer = get("/v1/samples/s?" + query);

        NegotiationTest.assertProblem(answer, 422, "INVALID_FIELD");
        assertThat(json(answer).at("/errors/0/parameter").asString()).isEqualTo(parameter);
        assertThat(json(answer).get("detail").asString()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({"many", "0", "99999999999"})
    void aWrongHeaderIsNamedAsOne(String size) {
        var answer = send(to("/v1/samples/s").header("Sample-Size", size));

        NegotiationTest.assertProblem(answer, 422, "INVALID_FIELD");
        assertThat(json(answer).at("/errors/0/header").asString()).isEqualTo("Sample-Size");
        assertThat(json(answer).at("/errors/0").has("parameter")).isFalse();
    }

    @Test
    void aConstraintHoldsInThePathToo() {
        var answer = get("/v1/samples/a%0Ab");

        NegotiationTest.assertProblem(answer, 422, "INVALID_FIELD");
        assertThat(json(answer).at("/errors/0/parameter").asString()).isEqualTo("subject");
    }

    @Test
    void timesAreReadAsInBodies() {
        assertThat(json(get("/v1/samples/s?at=2016-11-02T11:15:00.1234567%2B01:00"))
                        .get("at")
                        .asString())
                .isEqualTo("2016-11-02T10:15:00.123456Z");
    }
}
