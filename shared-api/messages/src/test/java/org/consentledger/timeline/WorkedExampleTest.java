package org.consentledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.Example.NEWSLETTER;
import static org.consentledger.Example.at;
import static org.consentledger.Example.given;
import static org.consentledger.Example.revoked;

import java.time.Instant;
import java.util.List;
import org.consentledger.consent.ConsentEvent;
import org.junit.jupiter.api.Test;

/** A form signed on Monday is recorded on Friday; in between, on Wednesday, the person revoked by e-mail. */
class WorkedExampleTest {

    private static final Instant MONDAY = at("2016-11-07T09:00");
    private static final Instant TUESDAY = at("2016-11-08T12:00");
    private static final Instant WEDNESDAY = at("2016-11-09T15:40");
    private static final Instant THURSDAY = at("2016-11-10T12:00");
    private static final Instant FRIDAY = at("2016-11-11T16:00");
    private static final Instant SATURDAY = at("2016-11-12T12:00");

    private record Recorded(Instant recordedAt, String id, ConsentEvent event) {}

    private static final List<Recorded> LEDGER = List.of(
            new Recorded(WEDNESDAY, "e-mail", revoked(NEWSLETTER, WEDNESDAY)),
            new Recorded(FRIDAY, "form", given(NEWSLETTER, MONDAY, null)));

    @Test
    void the_consent_stays_revoked_though_the_form_arrives_after_the_revocation() {
        assertThat(asOf(SATURDAY, knownAt(SATURDAY)).state()).isEqualTo(ConsentState.REVOKED);
        assertThat(asOf(SATURDAY, knownAt(SATURDAY)).eventId()).isEqualTo("e-mail");
    }

    @Test
    void as_of_tuesday_consent_was_given() {
        assertThat(asOf(TUESDAY, knownAt(SATURDAY)).state()).isEqualTo(ConsentState.GIVEN);
        assertThat(asOf(TUESDAY, knownAt(SATURDAY)).eventId()).isEqualTo("form");
    }

    @Test
    void as_known_on_thursday_nobody_could_know_of_a_consent_on_tuesday() {
        assertThat(asOf(TUESDAY, knownAt(THURSDAY)).state()).isEqualTo(ConsentState.NOT_GIVEN);
        assertThat(asOf(THURSDAY, knownAt(THURSDAY)).state()).isEqualTo(ConsentState.REVOKED);
    }

    private static Timeline knownAt(Instant time) {
        var known = LEDGER.stream().filter(r -> !r.recordedAt().isAfter(time)).toList();
        var timeline = Timeline.complete();
        for (var recorded : known) {
            timeline = timeline.with(recorded.event(), recorded.id());
        }
        return timeline;
    }

    private static ConsentStatus asOf(Instant time, Timeline timeline) {
        return timeline.consent(NEWSLETTER, time, Renewal.NEVER);
    }
}
