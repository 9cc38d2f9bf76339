package org.consentledger.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Rfc3339Test {

    @ParameterizedTest
    @CsvSource({
        "2016-11-02T10:15:00Z,                  2016-11-02T10:15:00Z",
        "2016-11-02t10:15:00z,                  2016-11-02T10:15:00Z",
        "2016-11-02T10:15:00-00:00,             2016-11-02T10:15:00Z",
        "2016-11-02T10:15:00+14:00,             2016-11-01T20:15:00Z",
        "2016-11-02T10:15:00-23:59,             2016-11-03T10:14:00Z",
        "2016-11-02T10:15:00.1Z,                2016-11-02T10:15:00.100Z",
        "2016-11-02T10:15:00.000001Z,           2016-11-02T10:15:00.000001Z",
        "2016-11-02T10:15:00.0000009Z,          2016-11-02T10:15:00Z",
        "2016-11-02T10:15:00.999999999999Z,     2016-11-02T10:15:00.999999Z",
        "1969-12-31T23:59:59.9999999Z,          1969-12-31T23:59:59.999999Z",
        "2016-02-29T00:00:00Z,                  2016-02-29T00:00:00Z",
        "1900-01-01T00:00:00Z,                  1900-01-01T00:00:00Z",
        "1899-12-31T23:00:00-01:00,             1900-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999Z,          9999-12-31T23:59:59.999999Z",
    })
    void isReadWithAnyOffsetAndWrittenInUtc(String text, String written) {
        assertThat(Rfc3339.format(Rfc3339.parse(text))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-11-02T10:15Z,                     RFC 3339",
        "2017-11-02T10:15:00,                   RFC 3339",
        "2016-11-02 10:15:00Z,                  RFC 3339",
        "2016-11-02T10:15:00.Z,                 RFC 3339",
        "'2016-11-02T10:15:00,1Z',              RFC 3339",
        "2016-11-02T10:15:00+0100,              RFC 3339",
        "2016-11-02T10:15:00+01,                RFC 3339",
        "2016-11-02T10:15:00Z[UTC],             RFC 3339",
        "+12016-11-02T10:15:00Z,                RFC 3339",
        "٢٠١٦-11-02T10:15:00Z,                  RFC 3339",
        "2016-11-02T10:15:00+24:00,             offset",
        "2016-11-02T10:15:00+01:60,             offset",
        "2016-11-02T24:00:00Z,                  calendar",
        "2016-11-02T10:60:00Z,                  calendar",
        "2016-11-02T10:15:61Z,                  calendar",
        "2015-02-29T00:00:00Z,                  calendar",
        "2016-13-01T00:00:00Z,                  calendar",
        "2016-00-01T00:00:00Z,                  calendar",
        "2016-12-31T23:59:60Z,                  leap second",
        "1900-01-01T00:00:00+00:01,             between",
        "9999-12-31T23:59:59-00:01,             between",
        "0000-01-01T00:00:00Z,                  between",
    })
    void saysWhatWouldBeRightAndNotWhatWasGiven(String text, String reason) {
        assertThatThrownBy(() -> Rfc3339.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-11-02T10:15:00.123456789Z, 2016-11-02T10:15:00.123456Z",
        "2016-11-02T10:15:00Z, 2016-11-02T10:15:00Z"
    })
    void isWrittenToTheMicrosecond(Instant moment, String written) {
        assertThat(Rfc3339.format(moment)).isEqualTo(written);
    }
}
