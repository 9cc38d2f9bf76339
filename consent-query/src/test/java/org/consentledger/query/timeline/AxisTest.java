package org.consentledger.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.consentledger.query.support.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {

    private static final Instant BEGIN = Facts.at("2016-03-05T13:10:00Z");

    @Test
    void momentsStandWhereTheyBelong() {
        var axis = new Axis(Facts.at("2016-01-01"), Facts.at("2016-01-03"));

        assertThat(axis.x(Facts.at("2016-01-01"))).isEqualTo(Axis.LEFT);
        assertThat(axis.x(Facts.at("2016-01-02"))).isEqualTo(500);
        assertThat(axis.x(Facts.at("2016-01-03"))).isEqualTo(Axis.RIGHT);
        assertThat(axis.x(Facts.at("1999-01-01"))).isEqualTo(Axis.LEFT);
        assertThat(axis.x(Facts.at("2099-01-01"))).isEqualTo(Axis.RIGHT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 20, 60, 300, 1_000, 4_000, 40_000})
    void thereAreSomeTicksAndNotTooMany(int days) {
        var axis = Axis.around(BEGIN, BEGIN.plus(Duration.ofDays(days)));
        var ticks = Tick.of(axis, Locale.ENGLISH);

        assertThat(ticks).hasSizeBetween(2, 10);
        assertThat(ticks).extracting(Tick::label).doesNotHaveDuplicates();
        assertThat(ticks).extracting(Tick::x).isSorted();
    }
}
