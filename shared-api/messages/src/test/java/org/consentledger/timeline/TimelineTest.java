package org.consentledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.consentledger.Example.NEWSLETTER;
import static org.consentledger.Example.NOTICE;
import static org.consentledger.Example.SUBJECT;
import static org.consentledger.Example.SUBJECT_ID;
import static org.consentledger.Example.at;
import static org.consentledger.Example.given;
import static org.consentledger.Example.justAfter;
import static org.consentledger.Example.justBefore;
import static org.consentledger.Example.refused;
import static org.consentledger.Example.revoked;

import java.time.Instant;
import java.util.Optional;
import org.consentledger.consent.ConsentExpired;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.notice.ConsentForm;
import org.consentledger.objection.ObjectionWithdrawn;
import org.consentledger.objection.ProcessingObjected;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.timeline.ConsentStatus.Ending;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant MONDAY = at("2016-11-07T09:00");
    private static final Instant TUESDAY = at("2016-11-08T12:00");
    private static final Instant WEDNESDAY = at("2016-11-09T15:40");
    private static final Instant THURSDAY = at("2016-11-10T12:00");

    private static final Timeline GIVEN_ON_MONDAY = Timeline.complete().with(given(NEWSLETTER, MONDAY, null), "form");

    @Test
    void nothing_said_is_no_consent() {
        var status = Timeline.complete().consent(NEWSLETTER, MONDAY, Renewal.NEVER);

        assertThat(status.state()).isEqualTo(ConsentState.NOT_GIVEN);
        assertThat(status.since()).isNull();
        assertThat(status.eventId()).isNull();
        assertThat(status.isInForce(ConsentForm.NONE)).isFalse();
    }

    @Test
    void a_consent_says_since_when_under_which_notice_and_by_which_event() {
        var status = Timeline.complete()
                .with(given(NEWSLETTER, MONDAY, THURSDAY), "form")
                .consent(NEWSLETTER, TUESDAY, Renewal.NEVER);

        assertThat(status.state()).isEqualTo(ConsentState.GIVEN);
        assertThat(status.since()).isEqualTo(MONDAY);
        assertThat(status.until()).isEqualTo(THURSDAY);
        assertThat(status.notice()).isEqualTo(NOTICE);
        assertThat(status.noticeVersion()).isEqualTo("v1");
        assertThat(status.form()).isEqualTo(ConsentForm.EXPLICIT);
        assertThat(status.eventId()).isEqualTo("form");
        assertThat(status.endings()).isEmpty();
    }

    @Test
    void an_explicit_consent_satisfies_a_demand_for_explicit_consent_but_not_for_a_written_one() {
        var status = GIVEN_ON_MONDAY.consent(NEWSLETTER, TUESDAY, Renewal.NEVER);

        assertThat(status.isInForce(ConsentForm.NONE)).isTrue();
        assertThat(status.isInForce(ConsentForm.EXPLICIT)).isTrue();
        assertThat(status.isInForce(ConsentForm.WRITTEN)).isFalse();
    }

    @Test
    void a_refusal_says_since_when_and_what_was_asked() {
        var status =
                GIVEN_ON_MONDAY.with(refused(NEWSLETTER, TUESDAY), "no").consent(NEWSLETTER, WEDNESDAY, Renewal.NEVER);

        assertThat(status.state()).isEqualTo(ConsentState.REFUSED);
        assertThat(status.since()).isEqualTo(TUESDAY);
        assertThat(status.noticeVersion()).isEqualTo("v1");
        assertThat(status.form()).isNull();
        assertThat(status.eventId()).isEqualTo("no");
    }

    @Test
    void revoking_everything_shows_under_the_purpose_asked_about() {
        var timeline = GIVEN_ON_MONDAY.with(revoked(ConsentRevoked.EVERY_PURPOSE, WEDNESDAY), "everything");

        var status = timeline.consent(NEWSLETTER, WEDNESDAY, Renewal.NEVER);
        assertThat(status.state()).isEqualTo(ConsentState.REVOKED);
        assertThat(status.purpose()).isEqualTo(NEWSLETTER);
        assertThat(status.since()).isEqualTo(WEDNESDAY);
        assertThat(status.eventId()).isEqualTo("everything");
        assertThat(timeline.consent("never-mentioned", WEDNESDAY, Renewal.NEVER).state())
                .isEqualTo(ConsentState.REVOKED);
    }

    @Test
    void revoked_on_its_own_and_with_everything_at_once_rests_on_its_own_revocation() {
        var own = revoked(NEWSLETTER, WEDNESDAY);
        var everything = revoked(ConsentRevoked.EVERY_PURPOSE, WEDNESDAY);

        assertThat(GIVEN_ON_MONDAY
                        .with(everything, "everything")
                        .with(own, "own")
                        .consent(NEWSLETTER, THURSDAY, Renewal.NEVER))
                .isEqualTo(GIVEN_ON_MONDAY
                        .with(own, "own")
                        .with(everything, "everything")
                        .consent(NEWSLETTER, THURSDAY, Renewal.NEVER))
                .extracting(ConsentStatus::eventId)
                .isEqualTo("own");
    }

    @Test
    void a_consent_that_has_run_out_is_expired_since_its_end_and_tells_no_end_to_come() {
        var status = Timeline.complete()
                .with(given(NEWSLETTER, MONDAY, WEDNESDAY), "form")
                .consent(NEWSLETTER, THURSDAY, Renewal.NEVER);

        assertThat(status.state()).isEqualTo(ConsentState.EXPIRED);
        assertThat(status.since()).isEqualTo(WEDNESDAY);
        assertThat(status.until()).isNull();
        assertThat(status.endings()).containsExactly(new Ending(ConsentState.EXPIRED, WEDNESDAY));
    }

    @Test
    void the_note_that_a_consent_expired_adds_nothing_to_the_consent_itself() {
        var expired = Timeline.complete().with(given(NEWSLETTER, MONDAY, WEDNESDAY), "form");

        assertThat(expired.with(new ConsentExpired(SUBJECT_ID, NEWSLETTER, "form", WEDNESDAY), "note"))
                .isEqualTo(expired);
    }

    @Test
    void a_consent_asked_again_is_outdated_since_then() {
        var status = GIVEN_ON_MONDAY.consent(NEWSLETTER, THURSDAY, askedAgainAt(WEDNESDAY));

        assertThat(status.state()).isEqualTo(ConsentState.OUTDATED);
        assertThat(status.since()).isEqualTo(WEDNESDAY);
        assertThat(status.isInForce(ConsentForm.NONE)).isFalse();
    }

    @Test
    void an_old_form_signed_after_the_controller_asked_again_is_outdated_from_the_start() {
        var status = GIVEN_ON_MONDAY.consent(NEWSLETTER, THURSDAY, askedAgainAt(justBefore(MONDAY)));

        assertThat(status.state()).isEqualTo(ConsentState.OUTDATED);
        assertThat(status.since()).isEqualTo(MONDAY);
    }

    @Test
    void a_consent_both_expired_and_outdated_has_the_state_that_ended_it_first() {
        var endsOnWednesday = Timeline.complete().with(given(NEWSLETTER, MONDAY, WEDNESDAY), "form");

        assertThat(endsOnWednesday
                        .consent(NEWSLETTER, THURSDAY, askedAgainAt(TUESDAY))
                        .endings())
                .containsExactly(
                        new Ending(ConsentState.OUTDATED, TUESDAY), new Ending(ConsentState.EXPIRED, WEDNESDAY));
        assertThat(endsOnWednesday
                        .consent(NEWSLETTER, THURSDAY, askedAgainAt(THURSDAY))
                        .endings())
                .containsExactly(
                        new Ending(ConsentState.EXPIRED, WEDNESDAY), new Ending(ConsentState.OUTDATED, THURSDAY));
    }

    @Test
    void expired_and_outdated_at_the_same_moment_is_expired() {
        var status = Timeline.complete()
                .with(given(NEWSLETTER, MONDAY, WEDNESDAY), "form")
                .consent(NEWSLETTER, THURSDAY, askedAgainAt(WEDNESDAY));

        assertThat(status.state()).isEqualTo(ConsentState.EXPIRED);
        assertThat(status.endings()).hasSize(2);
    }

    @Test
    void an_objection_stands_from_its_moment_until_it_is_withdrawn() {
        var timeline = Timeline.complete().with(objected(MONDAY), "objection").with(withdrawn(WEDNESDAY), "withdrawal");

        assertThat(timeline.objection("ads", justBefore(MONDAY))).isEmpty();
        assertThat(timeline.objection("ads", MONDAY))
                .hasValueSatisfying(o -> assertThat(o.eventId()).isEqualTo("objection"));
        assertThat(timeline.objection("ads", justBefore(WEDNESDAY))).isPresent();
        assertThat(timeline.objection("ads", WEDNESDAY)).isEmpty();
        assertThat(timeline.objection("other", TUESDAY)).isEmpty();
    }

    @Test
    void objected_and_withdrawn_at_the_same_moment_is_objected() {
        assertThat(Timeline.complete()
                        .with(objected(MONDAY), "objection")
                        .with(withdrawn(MONDAY), "withdrawal")
                        .objection("ads", MONDAY))
                .isPresent();
    }

    @Test
    void lists_the_purposes_spoken_of_and_the_objections_that_stand() {
        var timeline = GIVEN_ON_MONDAY
                .with(revoked("images", WEDNESDAY), "revocation")
                .with(revoked(ConsentRevoked.EVERY_PURPOSE, TUESDAY), "everything")
                .with(objected(TUESDAY), "objection");

        assertThat(timeline.purposesSpokenOf(justBefore(MONDAY))).isEmpty();
        assertThat(timeline.purposesSpokenOf(TUESDAY)).containsExactly(NEWSLETTER);
        assertThat(timeline.purposesSpokenOf(WEDNESDAY)).containsExactly("images", NEWSLETTER);
        assertThat(timeline.standingObjections(justBefore(TUESDAY))).isEmpty();
        assertThat(timeline.standingObjections(TUESDAY))
                .extracting(ObjectionFact.Objected::purpose)
                .containsExactly("ads");
    }

    @Test
    void an_erased_subject_is_erased_from_that_moment() {
        var erased = GIVEN_ON_MONDAY.with(new SubjectErased(SUBJECT_ID, WEDNESDAY));

        assertThat(GIVEN_ON_MONDAY.isErasedAt(THURSDAY)).isFalse();
        assertThat(erased.isErasedAt(justBefore(WEDNESDAY))).isFalse();
        assertThat(erased.isErasedAt(WEDNESDAY)).isTrue();
        assertThat(erased.isErasedAt(justAfter(WEDNESDAY))).isTrue();
    }

    @Test
    void of_two_erasures_the_earlier_counts_whichever_arrives_first() {
        var early = new SubjectErased(SUBJECT_ID, TUESDAY);
        var late = new SubjectErased(SUBJECT_ID, THURSDAY);

        assertThat(GIVEN_ON_MONDAY.with(early).with(late))
                .isEqualTo(GIVEN_ON_MONDAY.with(late).with(early));
        assertThat(GIVEN_ON_MONDAY.with(late).with(early).isErasedAt(WEDNESDAY)).isTrue();
    }

    @Test
    void a_timeline_of_the_latest_facts_does_not_speak_of_what_it_let_go() {
        var latest = Timeline.keepingLatest(1)
                .with(given(NEWSLETTER, MONDAY, null), "form")
                .with(revoked(NEWSLETTER, WEDNESDAY), "revocation");

        assertThat(latest.isCompleteAt(justBefore(WEDNESDAY))).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> latest.consent(NEWSLETTER, justBefore(WEDNESDAY), Renewal.NEVER));
        assertThat(latest.consent(NEWSLETTER, WEDNESDAY, Renewal.NEVER).state()).isEqualTo(ConsentState.REVOKED);
    }

    @Test
    void a_late_form_older_than_all_that_is_kept_changes_nothing() {
        var latest = Timeline.keepingLatest(1)
                .with(refused(NEWSLETTER, TUESDAY), "no")
                .with(revoked(NEWSLETTER, WEDNESDAY), "revocation");

        assertThat(latest.with(given(NEWSLETTER, MONDAY, null), "form")).isEqualTo(latest);
    }

    @Test
    void a_timeline_keeps_at_least_one_fact() {
        assertThatIllegalArgumentException().isThrownBy(() -> Timeline.keepingLatest(0));
    }

    private static Renewal askedAgainAt(Instant at) {
        return (notice, version, asOf) -> Optional.of(at).filter(a -> !a.isAfter(asOf));
    }

    private static ProcessingObjected objected(Instant at) {
        return new ProcessingObjected(SUBJECT_ID, SUBJECT, "ads", Channel.BROWSER_SIGNAL, Giver.theSubject(), at);
    }

    private static ObjectionWithdrawn withdrawn(Instant at) {
        return new ObjectionWithdrawn(SUBJECT_ID, SUBJECT, "ads", Channel.EMAIL, Giver.theSubject(), at);
    }
}
