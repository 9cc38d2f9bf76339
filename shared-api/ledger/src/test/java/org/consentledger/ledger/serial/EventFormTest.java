package org.consentledger.ledger.serial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.stream.Stream;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.ledger.keyring.SubjectKey;
import org.consentledger.ledger.keyring.SubjectsUnderTest;
import org.consentledger.ledger.keyring.UnsealingException;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventFormTest {

    private static final String EVENT_ID = "event-9";
    private static final SubjectKey KEY = SubjectsUnderTest.key(1);

    static Stream<SubjectEvent> events() {
        return SampleEvents.all().stream()
                .filter(SubjectEvent.class::isInstance)
                .map(SubjectEvent.class::cast);
    }

    @ParameterizedTest
    @MethodSource("events")
    void withTheKeyTheWholeEventComesBack(SubjectEvent event) {
        var stored = EventForm.of(event).stored(EVENT_ID, KEY);
        var open = (SubjectEvent) LedgerJson.mapper().readValue(stored, event.getClass());

        assertThat(open).isEqualTo(event.withoutPersonalData());
        assertThat(EventForm.unsealed(open, EventForm.sealed(stored.getBytes(UTF_8)), EVENT_ID, KEY))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void nothingPersonalStandsOpen(SubjectEvent event) {
        for (var key : new SubjectKey[] {KEY, null}) {
            assertThat(EventForm.of(event).stored(EVENT_ID, key))
                    .doesNotContain("cust-1001", "lawyer-7", "power of attorney", "branch-office", "job-77", "abab")
                    .doesNotContain("neighbour", "\"it\"");
        }
    }

    @Test
    void whatWasSealedForOneEventOrPersonOpensForNoOther() {
        var event = events().filter(ConsentGiven.class::isInstance).findFirst().orElseThrow();
        var sealed = Objects.requireNonNull(
                EventForm.sealed(EventForm.of(event).stored(EVENT_ID, KEY).getBytes(UTF_8)));
        var altered = (sealed.startsWith("A") ? "B" : "A") + sealed.substring(1);

        assertThatThrownBy(() -> EventForm.unsealed(event, sealed, "event-8", KEY))
                .isInstanceOf(UnsealingException.class)
                .hasMessageContaining("event-8");
        assertThatThrownBy(() -> EventForm.unsealed(event, sealed, EVENT_ID, SubjectsUnderTest.key(2)))
                .isInstanceOf(UnsealingException.class);
        assertThatThrownBy(() -> EventForm.unsealed(event, altered, EVENT_ID, KEY))
                .isInstanceOf(UnsealingException.class);
    }

    @Test
    void aReferenceOfAnotherLengthLooksNoDifferent() {
        var event = (ConsentGiven)
                events().filter(ConsentGiven.class::isInstance).findFirst().orElseThrow();
        var personal = event.personalData();
        var other = event.with(new PersonalData(
                personal.subject() + "1",
                personal.statementSha256(),
                personal.locale(),
                personal.collectedBy(),
                personal.giverReference(),
                personal.giverAuthority(),
                null,
                null));

        assertThat(EventForm.of(other).stored(EVENT_ID, KEY))
                .hasSameSizeAs(EventForm.of(event).stored(EVENT_ID, KEY));
    }

    @Test
    void theSamePersonalDataNeverLookTheSame() {
        var event = events().filter(ConsentGiven.class::isInstance).findFirst().orElseThrow();

        assertThat(EventForm.of(event).stored(EVENT_ID, KEY))
                .isNotEqualTo(EventForm.of(event).stored(EVENT_ID, KEY));
    }
}
