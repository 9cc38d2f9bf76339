package org.consentledger.query.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void theReceiverHasIt(int status) {
        assertThat(Answers.attempt(status, null, NOW)).isEqualTo(new Attempt.Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 400, 401, 403, 404, 405, 409, 413, 415, 422, 451})
    void itDoesNotTakeIt(int status) {
        assertThat(Answers.attempt(status, "5", NOW)).isEqualTo(new Attempt.Refused(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 501, 502, 503, 504, 599})
    void itMayTakeItLater(int status) {
        assertThat(Answers.attempt(status, null, NOW)).isEqualTo(new Attempt.Postponed(Failure.ANSWERED, status, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120                             | PT2M
            0                               | PT0S
            Thu, 26 Nov 2026 12:00:30 GMT   | PT30S
            Thu, 26 Nov 2026 11:00:00 GMT   | PT0S
            soon                            |
            -1                              |
            99999999999999                  |
            """)
    void itSaysWhen(String retryAfter, Duration wait) {
        assertThat(Answers.attempt(429, retryAfter, NOW)).isEqualTo(new Attempt.Postponed(Failure.ANSWERED, 429, wait));
    }

    @ParameterizedTest
    @ValueSource(ints = 410)
    void itWantsNoMore(int status) {
        assertThat(Answers.attempt(status, null, NOW)).isEqualTo(new Attempt.Gone());
    }
}
