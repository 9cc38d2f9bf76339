package org.consentledger.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.consentledger.Example.NEWSLETTER;
import static org.consentledger.Example.NOTICE;
import static org.consentledger.Example.SUBJECT;
import static org.consentledger.Example.SUBJECT_ID;
import static org.consentledger.Example.at;
import static org.consentledger.Example.given;
import static org.consentledger.Example.notice;
import static org.consentledger.Example.onConsent;
import static org.consentledger.Example.revoked;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.difference.Change.Ended;
import org.consentledger.difference.Change.Learnt;
import org.consentledger.difference.Change.NoticeLearnt;
import org.consentledger.difference.Change.Said;
import org.consentledger.difference.ObjectionDifference.ObjectionChange;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.notice.NoticePublished;
import org.consentledger.objection.ObjectionWithdrawn;
import org.consentledger.objection.ProcessingObjected;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.timeline.ConsentFact;
import org.consentledger.timeline.ConsentState;
import org.consentledger.timeline.Fact;
import org.consentledger.timeline.Timeline;
import org.junit.jupiter.api.Test;

/**
 * What lies between two moments. A form is signed on Monday, the person revokes by e-mail on Wednesday, and the form reaches
 * the ledger on Friday.
 */
class DifferenceTest {

    private static final Instant SUNDAY = at("2016-11-06T09:00");
    private static final Instant MONDAY = at("2016-11-07T09:00");
    private static final Instant TUESDAY = at("2016-11-08T12:00");
    private static final Instant WEDNESDAY = at("2016-11-09T15:40");
    private static final Instant THURSDAY = at("2016-11-10T12:00");

    private static final Timeline NOTHING = Timeline.complete();
    private static final Timeline THE_EMAIL = NOTHING.with(revoked(NEWSLETTER, WEDNESDAY), "e-mail");
    private static final Timeline THE_FORM = NOTHING.with(given(NEWSLETTER, MONDAY, null), "form");
    private static final Timeline BOTH = THE_EMAIL.with(given(NEWSLETTER, MONDAY, null), "form");

    private static final Catalogue NOTICES = Catalogue.EMPTY.with(
            new NoticePublished(notice(NOTICE, "v1", "2016-01-01T00:00", onConsent(NEWSLETTER))), 0);
    private static final Catalogue ASKED_AGAIN =
            NOTICES.with(new NoticePublished(notice(NOTICE, "v2", "2016-11-09T00:00", true, onConsent(NEWSLETTER))), 9);

    @Test
    void between_a_moment_and_itself_lies_nothing() {
        var moment = new Moment(BOTH, NOTICES, THURSDAY);

        assertThat(Difference.between(moment, moment).isEmpty()).isTrue();
    }

    @Test
    void given_a_form_of_monday_when_sunday_is_compared_with_tuesday_then_the_person_said_yes_in_between() {
        var newsletter = newsletter(new Moment(BOTH, NOTICES, SUNDAY), new Moment(BOTH, NOTICES, TUESDAY));

        assertThat(newsletter.from().state()).isEqualTo(ConsentState.NOT_GIVEN);
        assertThat(newsletter.to().state()).isEqualTo(ConsentState.GIVEN);
        assertThat(newsletter.changes()).singleElement().isInstanceOfSatisfying(Said.class, said -> {
            assertThat(said.fact().eventId()).isEqualTo("form");
            assertThat(said.fact().at()).isEqualTo(MONDAY);
            assertThat(said.counts()).isTrue();
        });
    }

    @Test
    void given_form_and_revocation_when_sunday_is_compared_with_thursday_then_both_are_told_in_order() {
        var newsletter = newsletter(new Moment(BOTH, NOTICES, SUNDAY), new Moment(BOTH, NOTICES, THURSDAY));

        assertThat(newsletter.changes()).extracting(DifferenceTest::told).containsExactly("said form", "said e-mail");
        assertThat(newsletter.changes())
                .extracting(change -> change.after().state())
                .containsExactly(ConsentState.GIVEN, ConsentState.REVOKED);
    }

    @Test
    void given_a_form_that_arrived_on_friday_when_tuesday_is_seen_before_and_after_then_we_learnt_of_it() {
        var newsletter = newsletter(new Moment(THE_EMAIL, NOTICES, TUESDAY), new Moment(BOTH, NOTICES, TUESDAY));

        assertThat(newsletter.from().state()).isEqualTo(ConsentState.NOT_GIVEN);
        assertThat(newsletter.to().state()).isEqualTo(ConsentState.GIVEN);
        assertThat(newsletter.changes()).singleElement().isInstanceOfSatisfying(Learnt.class, learnt -> {
            assertThat(learnt.fact().eventId()).isEqualTo("form");
            assertThat(learnt.counts()).isTrue();
        });
    }

    @Test
    void given_the_late_form_when_thursday_is_seen_before_and_after_then_we_learnt_of_it_and_nothing_changed() {
        var newsletter = newsletter(new Moment(THE_EMAIL, NOTICES, THURSDAY), new Moment(BOTH, NOTICES, THURSDAY));

        assertThat(newsletter.from()).isEqualTo(newsletter.to());
        assertThat(newsletter.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Learnt.class, learnt -> assertThat(learnt.counts()).isFalse());
    }

    @Test
    void given_both_times_move_then_what_was_learnt_is_told_before_what_happened() {
        var newsletter = newsletter(new Moment(NOTHING, NOTICES, TUESDAY), new Moment(BOTH, NOTICES, THURSDAY));

        assertThat(newsletter.changes()).extracting(DifferenceTest::told).containsExactly("learnt form", "said e-mail");
        assertThat(newsletter.changes().getFirst().after())
                .isEqualTo(newsletter.changes().getLast().before());
    }

    @Test
    void given_a_consent_until_wednesday_when_the_day_passes_then_it_ended_and_nobody_said_anything() {
        var untilWednesday = NOTHING.with(given(NEWSLETTER, MONDAY, WEDNESDAY), "form");

        var newsletter =
                newsletter(new Moment(untilWednesday, NOTICES, TUESDAY), new Moment(untilWednesday, NOTICES, THURSDAY));

        assertThat(newsletter.changes()).singleElement().isInstanceOfSatisfying(Ended.class, ended -> {
            assertThat(ended.ending().state()).isEqualTo(ConsentState.EXPIRED);
            assertThat(ended.ending().at()).isEqualTo(WEDNESDAY);
            assertThat(ended.askedAgainBy()).isNull();
        });
    }

    @Test
    void given_a_notice_that_asks_again_when_it_comes_into_force_then_the_consent_ended_by_it() {
        var newsletter =
                newsletter(new Moment(THE_FORM, ASKED_AGAIN, TUESDAY), new Moment(THE_FORM, ASKED_AGAIN, THURSDAY));

        assertThat(newsletter.changes()).singleElement().isInstanceOfSatisfying(Ended.class, ended -> {
            assertThat(ended.ending().state()).isEqualTo(ConsentState.OUTDATED);
            assertThat(ended.askedAgainBy())
                    .isNotNull()
                    .extracting(n -> n.version())
                    .isEqualTo("v2");
        });
    }

    @Test
    void given_a_notice_that_became_known_late_when_the_same_day_is_seen_twice_then_we_learnt_of_the_notice() {
        var newsletter =
                newsletter(new Moment(THE_FORM, NOTICES, THURSDAY), new Moment(THE_FORM, ASKED_AGAIN, THURSDAY));

        assertThat(newsletter.changes()).singleElement().isInstanceOfSatisfying(NoticeLearnt.class, learnt -> {
            assertThat(learnt.before().state()).isEqualTo(ConsentState.GIVEN);
            assertThat(learnt.after().state()).isEqualTo(ConsentState.OUTDATED);
            assertThat(learnt.askedAgainBy())
                    .isNotNull()
                    .extracting(n -> n.version())
                    .isEqualTo("v2");
        });
    }

    @Test
    void given_a_revocation_of_everything_then_it_is_told_of_each_purpose_spoken_of() {
        var everything = THE_FORM.with(given("images", MONDAY, null), "images")
                .with(revoked(ConsentRevoked.EVERY_PURPOSE, WEDNESDAY), "everything");

        var difference =
                Difference.between(new Moment(everything, NOTICES, TUESDAY), new Moment(everything, NOTICES, THURSDAY));

        assertThat(difference.purposes()).extracting(PurposeDifference::purpose).containsExactly("images", NEWSLETTER);
        assertThat(difference.purposes())
                .flatExtracting(PurposeDifference::changes)
                .extracting(DifferenceTest::told)
                .containsExactly("said everything", "said everything");
    }

    @Test
    void given_yes_and_no_of_the_same_moment_then_the_yes_is_told_as_overruled() {
        var tie = NOTHING.with(revoked(NEWSLETTER, MONDAY), "no").with(given(NEWSLETTER, MONDAY, null), "yes");

        var newsletter = newsletter(new Moment(tie, NOTICES, SUNDAY), new Moment(tie, NOTICES, TUESDAY));

        assertThat(newsletter.changes()).extracting(DifferenceTest::told).containsExactly("said yes", "said no");
        assertThat(newsletter.changes()).extracting(Change::counts).containsExactly(false, true);
    }

    @Test
    void given_objections_then_those_said_and_those_learnt_are_told_apart() {
        var known = NOTHING.with(objected(TUESDAY), "objection");
        var more = known.with(withdrawn(WEDNESDAY), "withdrawal").with(objected(SUNDAY), "late objection");

        var difference = Difference.between(new Moment(known, NOTICES, MONDAY), new Moment(more, NOTICES, THURSDAY));

        assertThat(difference.objections()).singleElement().satisfies(ads -> {
            assertThat(ads.from()).isFalse();
            assertThat(ads.to()).isFalse();
            assertThat(ads.changes())
                    .extracting(change -> (change.learnt() ? "learnt " : "said ")
                            + change.fact().eventId() + " " + change.standsAfter())
                    .containsExactly("learnt late objection true", "said objection true", "said withdrawal false");
            assertThat(ads.changes()).extracting(ObjectionChange::counts).containsExactly(true, false, true);
        });
    }

    @Test
    void given_an_erasure_in_between_then_it_is_told() {
        var erased = THE_FORM.with(new SubjectErased(SUBJECT_ID, WEDNESDAY));

        assertThat(Difference.between(new Moment(erased, NOTICES, TUESDAY), new Moment(erased, NOTICES, THURSDAY))
                        .erasedAt())
                .isEqualTo(WEDNESDAY);
        assertThat(Difference.between(new Moment(erased, NOTICES, WEDNESDAY), new Moment(erased, NOTICES, THURSDAY))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void of_very_many_changes_the_latest_are_listed_and_the_others_counted() {
        var facts = IntStream.range(0, 200)
                .<Fact>mapToObj(i -> fact(i, MONDAY.plusSeconds(i)))
                .toList();
        var restless = Timeline.of(facts);

        var newsletter = newsletter(new Moment(restless, NOTICES, SUNDAY), new Moment(restless, NOTICES, THURSDAY));

        assertThat(newsletter.changes()).hasSize(Difference.CHANGES_MAX);
        assertThat(newsletter.leftOut()).isEqualTo(150);
        assertThat(newsletter.changes().getLast().after()).isEqualTo(newsletter.to());
    }

    @Test
    void world_time_does_not_run_backwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Difference.between(new Moment(BOTH, NOTICES, THURSDAY), new Moment(BOTH, NOTICES, TUESDAY)));
    }

    private static Fact fact(int number, Instant at) {
        return number % 2 == 0
                ? new ConsentFact.Revoked(NEWSLETTER, at, "fact-" + number)
                : new ConsentFact.Refused(NEWSLETTER, at, NOTICE, "v1", "fact-" + number);
    }

    private static PurposeDifference newsletter(Moment from, Moment to) {
        var difference = Difference.between(from, to);
        assertThat(difference.objections()).isEmpty();
        assertThat(difference.purposes()).extracting(PurposeDifference::purpose).isEqualTo(List.of(NEWSLETTER));
        return difference.purposes().getFirst();
    }

    private static String told(Change change) {
        return switch (change) {
            case Said said -> "said " + said.fact().eventId();
            case Learnt learnt -> "learnt " + learnt.fact().eventId();
            case Ended ended -> "ended " + ended.ending().state();
            case NoticeLearnt learnt -> "learnt of a notice";
        };
    }

    private static ProcessingObjected objected(Instant at) {
        return new ProcessingObjected(SUBJECT_ID, SUBJECT, "ads", Channel.BROWSER_SIGNAL, Giver.theSubject(), at);
    }

    private static ObjectionWithdrawn withdrawn(Instant at) {
        return new ObjectionWithdrawn(SUBJECT_ID, SUBJECT, "ads", Channel.EMAIL, Giver.theSubject(), at);
    }
}
