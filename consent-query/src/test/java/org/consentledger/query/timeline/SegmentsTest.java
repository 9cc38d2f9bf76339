package org.consentledger.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.consentledger.notice.ConsentForm;
import org.consentledger.query.support.Facts;
import org.consentledger.timeline.ConsentFact;
import org.consentledger.timeline.Fact;
import org.consentledger.timeline.ObjectionFact;
import org.consentledger.timeline.Renewal;
import org.consentledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bars say what the rules say, from one moment of change to the next. */
class SegmentsTest {

    private static final Instant UNTIL = Facts.at("2020-01-01");

    private static ConsentFact.Given given(String at, @Nullable String until, String eventId) {
        return new ConsentFact.Given(
                "ads", Facts.at(at), until == null ? null : Facts.at(until), "n", "1", ConsentForm.EXPLICIT, eventId);
    }

    private static List<String> bars(Renewal renewal, Fact... facts) {
        var said = List.of(facts);
        var segments = new Segments(Timeline.of(said), said, renewal, UNTIL);
        var bars = new ArrayList<Segment>(segments.consents("ads").segments());
        bars.addAll(segments.objections("ads").segments());
        return bars.stream()
                .map(bar -> bar.standing() + " " + day(bar.from()) + " " + day(bar.to()) + " " + bar.eventId())
                .toList();
    }

    private static String day(@Nullable Instant moment) {
        return moment == null ? "-" : moment.toString().substring(0, 10);
    }

    @Test
    void aConsentLastsUntilItIsTakenBack() {
        assertThat(bars(
                        Renewal.NEVER,
                        given("2016-01-01", null, "a"),
                        new ConsentFact.Revoked("ads", Facts.at("2017-01-01"), "b")))
                .containsExactly("GIVEN 2016-01-01 2017-01-01 a", "REVOKED 2017-01-01 - b");
    }

    @Test
    void aRefusalLastsUntilConsentIsGivenAndEndsWhatWasGiven() {
        assertThat(bars(
                        Renewal.NEVER,
                        new ConsentFact.Refused("ads", Facts.at("2016-01-01"), "n", "1", "no"),
                        given("2016-06-01", null, "a"),
                        new ConsentFact.Refused("ads", Facts.at("2017-01-01"), "n", "1", "no more")))
                .containsExactly(
                        "REFUSED 2016-01-01 2016-06-01 no",
                        "GIVEN 2016-06-01 2017-01-01 a",
                        "REFUSED 2017-01-01 - no more");
    }

    @Test
    void aFormThatComesInLateFallsIntoItsPlace() {
        assertThat(bars(
                        Renewal.NEVER,
                        new ConsentFact.Revoked("ads", Facts.at("2017-01-01"), "b"),
                        given("2016-01-01", null, "late")))
                .containsExactly("GIVEN 2016-01-01 2017-01-01 late", "REVOKED 2017-01-01 - b");
    }

    @Test
    void aRevocationOfEverythingEndsThisToo() {
        assertThat(bars(
                        Renewal.NEVER,
                        given("2016-01-01", null, "a"),
                        new ConsentFact.Revoked("*", Facts.at("2017-01-01"), "all")))
                .containsExactly("GIVEN 2016-01-01 2017-01-01 a", "REVOKED 2017-01-01 - all");
    }

    @Test
    void validityEndsByItself() {
        assertThat(bars(Renewal.NEVER, given("2016-01-01", "2016-06-01", "a"), given("2018-01-01", "2030-01-01", "b")))
                .containsExactly(
                        "GIVEN 2016-01-01 2016-06-01 a", "EXPIRED 2016-06-01 2018-01-01 a", "GIVEN 2018-01-01 - b");
    }

    @Test
    void aNoticeThatAsksAgainEndsItToo() {
        Renewal renewal =
                (notice, version, asOf) -> Optional.of(Facts.at("2017-05-01")).filter(at -> !at.isAfter(asOf));

        assertThat(bars(renewal, given("2016-01-01", null, "a")))
                .containsExactly("GIVEN 2016-01-01 2017-05-01 a", "OUTDATED 2017-05-01 - a");
    }

    @Test
    void anObjectionStandsUntilItIsWithdrawn() {
        assertThat(bars(
                        Renewal.NEVER,
                        new ObjectionFact.Objected("ads", Facts.at("2016-01-01"), "a"),
                        new ObjectionFact.Withdrawn("ads", Facts.at("2016-03-01"), "b")))
                .containsExactly("OBJECTED 2016-01-01 2016-03-01 a");
    }

    @Test
    void aLongHistoryIsCutAtItsBeginningAndSaysSo() {
        var facts = IntStream.range(0, 1000)
                .mapToObj(i -> i % 2 == 0
                        ? new ConsentFact.Refused("ads", Facts.at("2016-01-01").plusSeconds(i), "n", "1", "no" + i)
                        : new ConsentFact.Revoked("ads", Facts.at("2016-01-01").plusSeconds(i), "back" + i))
                .toList();
        var drawn = new Segments(Timeline.of(facts), facts, Renewal.NEVER, UNTIL).consents("ads");

        assertThat(drawn.segments()).hasSize(Segments.PER_PURPOSE_MAX);
        assertThat(drawn.segments().getLast().eventId()).isEqualTo("back999");
        assertThat(drawn.left()).isEqualTo(1000 - Segments.PER_PURPOSE_MAX);
    }
}
