package org.consentledger.query.report.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.consentledger.http.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    private static final Instant NOW = at("2026-11-26T09:00:00Z");

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    @Test
    void isTheLastYearUnlessItIsGiven() {
        var period = Period.of(null, null, null, NOW);

        assertThat(period.from()).isEqualTo(at("2025-11-26T09:00:00Z"));
        assertThat(period.to()).isEqualTo(NOW);
        assertThat(period.bucket()).isEqualTo(Bucket.WEEK);
        assertThat(period.bounds().subList(0, 2))
                .containsExactly(at("2025-11-26T09:00:00Z"), at("2025-12-01T00:00:00Z"));
        assertThat(period.size()).isEqualTo(53);
        assertThat(period.end(52)).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2016-02-28T12:00:00Z, 2016-03-01T00:00:00Z, 2016-02-29T00:00:00Z",
        "WEEK, 2016-11-02T10:00:00Z, 2016-11-08T00:00:00Z, 2016-11-07T00:00:00Z",
        "MONTH, 2016-11-02T10:00:00Z, 2016-12-08T00:00:00Z, 2016-12-01T00:00:00Z",
        "YEAR, 2016-11-02T10:00:00Z, 2017-12-08T00:00:00Z, 2017-01-01T00:00:00Z"
    })
    void itsPartsBeginWhereTheCalendarsDo(Bucket bucket, Instant from, Instant to, Instant second) {
        assertThat(Period.of(from, to, bucket, NOW).bounds()).containsExactly(from, second);
    }

    @Test
    void nothingIsAskedOfTheFutureOrOfNoTimeOrInTooManyParts() {
        assertThatThrownBy(() -> Period.of(null, NOW.plusMillis(1), null, NOW)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Period.of(NOW, NOW, null, NOW)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Period.of(at("1900-01-01T00:00:00Z"), NOW, Bucket.DAY, NOW))
                .isInstanceOf(ProblemException.class);
        assertThat(Period.of(at("1900-01-01T00:00:00Z"), NOW, null, NOW).bucket())
                .isEqualTo(Bucket.YEAR);
    }
}
