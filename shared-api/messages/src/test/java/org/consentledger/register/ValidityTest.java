package org.consentledger.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.Example.at;
import static org.consentledger.Example.justBefore;

import java.time.LocalDate;
import org.consentledger.register.Validity.Standing;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final LocalDate FROM = LocalDate.of(2000, 7, 26);
    private static final LocalDate UNTIL = LocalDate.of(2015, 10, 6);

    @Test
    void it_counts_from_the_first_moment_of_its_first_day_in_utc() {
        var endless = new Validity(FROM, null, null);

        assertThat(endless.standingAt(justBefore(at("2000-07-26T00:00")))).isEqualTo(Standing.NOT_YET);
        assertThat(endless.standingAt(at("2000-07-26T00:00"))).isEqualTo(Standing.VALID);
        assertThat(endless.standingAt(at("9999-01-01T00:00"))).isEqualTo(Standing.VALID);
    }

    @Test
    void it_has_ended_from_the_first_moment_of_its_until_day() {
        var ending = new Validity(FROM, UNTIL, null);

        assertThat(ending.standingAt(justBefore(at("2015-10-06T00:00")))).isEqualTo(Standing.VALID);
        assertThat(ending.standingAt(at("2015-10-06T00:00"))).isEqualTo(Standing.ENDED);
    }

    @Test
    void it_is_invalidated_from_the_first_moment_of_the_day_of_the_judgment() {
        var struckDown = new Validity(FROM, null, UNTIL);

        assertThat(struckDown.standingAt(justBefore(at("2015-10-06T00:00")))).isEqualTo(Standing.VALID);
        assertThat(struckDown.standingAt(at("2015-10-06T00:00"))).isEqualTo(Standing.INVALIDATED);
    }

    @Test
    void a_judgment_weighs_more_than_an_end_but_only_from_its_own_day() {
        var both = new Validity(FROM, UNTIL, UNTIL.plusYears(1));

        assertThat(both.standingAt(at("2016-10-05T00:00"))).isEqualTo(Standing.ENDED);
        assertThat(both.standingAt(at("2016-10-06T00:00"))).isEqualTo(Standing.INVALIDATED);
    }
}
