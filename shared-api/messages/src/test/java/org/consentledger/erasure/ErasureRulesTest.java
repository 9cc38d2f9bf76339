package org.consentledger.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consentledger.Outcome;
import org.consentledger.RejectionCode;
import org.consentledger.WorldTime;
import org.consentledger.subject.SubjectId;
import org.junit.jupiter.api.Test;

class ErasureRulesTest {

    private static final SubjectId ANNA = new SubjectId("s-" + "a".repeat(32));
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Instant NEXT_WEEK = NOW.plus(Duration.ofDays(7));

    private static final SubjectErased ERASED = new SubjectErased(ANNA, YESTERDAY);
    private static final Erasure HELD = Erasure.NONE.with(hold("case-1", TOMORROW));

    @Test
    void a_subject_whom_nothing_holds_is_erased_at_once() {
        assertThat(erase(Erasure.NONE, YESTERDAY)).containsExactly(ERASED);
    }

    @Test
    void who_is_erased_stays_erased_since_then() {
        assertThat(erase(Erasure.NONE.with(ERASED), NOW)).containsExactly(ERASED);
    }

    @Test
    void a_legal_hold_makes_erasure_wait_until_its_end() {
        assertThat(erase(HELD, NOW)).containsExactly(new ErasureRequested(ANNA, NOW, TOMORROW));
    }

    @Test
    void of_several_holds_the_one_that_lasts_longest_counts() {
        assertThat(erase(HELD.with(hold("case-2", NEXT_WEEK)), NOW))
                .containsExactly(new ErasureRequested(ANNA, NOW, NEXT_WEEK));
    }

    @Test
    void asking_again_while_it_waits_changes_nothing() {
        var waiting = new ErasureRequested(ANNA, YESTERDAY, TOMORROW);

        assertThat(erase(HELD.with(waiting), NOW)).containsExactly(waiting);
    }

    @Test
    void asking_again_tells_how_long_it_is_held_by_now() {
        var waiting = new ErasureRequested(ANNA, YESTERDAY, TOMORROW);
        var prolonged = HELD.with(waiting).with(hold("case-1", NEXT_WEEK));

        assertThat(erase(prolonged, NOW)).containsExactly(new ErasureRequested(ANNA, YESTERDAY, NEXT_WEEK));
    }

    @Test
    void who_began_anew_has_no_past() {
        assertThat(ErasureRules.isOfThePast(NOW, null)).isEmpty();
        assertThat(ErasureRules.isOfThePast(NOW, NOW)).isEmpty();
        assertThat(ErasureRules.isOfThePast(YESTERDAY, NOW)).hasValueSatisfying(rejection -> {
            assertThat(rejection.code()).isEqualTo(RejectionCode.SUBJECT_ERASED);
            assertThat(rejection.pointer()).isEqualTo("/collectedAt");
        });
    }

    @Test
    void a_hold_that_has_ended_or_not_begun_or_was_released_holds_nothing() {
        assertThat(erase(Erasure.NONE.with(hold("case-1", NOW)), NOW)).containsExactly(new SubjectErased(ANNA, NOW));
        assertThat(erase(Erasure.NONE.with(new LegalHoldPlaced(ANNA, "case-1", "suit", TOMORROW, NEXT_WEEK)), NOW))
                .containsExactly(new SubjectErased(ANNA, NOW));
        assertThat(erase(HELD.with(new LegalHoldReleased(ANNA, "case-1", NOW)), NOW))
                .containsExactly(new SubjectErased(ANNA, NOW));
    }

    @Test
    void what_waited_is_carried_out_when_the_hold_is_over_and_counts_from_then() {
        var waiting = HELD.with(new ErasureRequested(ANNA, YESTERDAY, TOMORROW));

        assertThat(carryOut(waiting, NOW)).isEmpty();
        assertThat(carryOut(waiting, TOMORROW)).containsExactly(new SubjectErased(ANNA, TOMORROW));
    }

    @Test
    void nobody_is_erased_of_whom_that_was_not_asked() {
        assertThat(carryOut(Erasure.NONE, NOW)).isEmpty();
        assertThat(carryOut(Erasure.NONE.with(ERASED), NOW)).isEmpty();
    }

    @Test
    void a_hold_placed_again_has_another_end() {
        var prolonged = HELD.with(hold("case-1", NEXT_WEEK));

        assertThat(prolonged.heldUntil(NOW)).contains(NEXT_WEEK);
        assertThat(place("case-1", NEXT_WEEK, HELD)).isEqualTo(Outcome.accepted(hold("case-1", NEXT_WEEK)));
    }

    @Test
    void a_hold_must_end_after_it_begins() {
        assertRejected(
                place("case-1", YESTERDAY, Erasure.NONE), RejectionCode.VALIDITY_ENDS_BEFORE_IT_BEGINS, "/heldUntil");
    }

    @Test
    void of_somebody_erased_there_is_nothing_left_to_hold() {
        assertRejected(place("case-1", TOMORROW, Erasure.NONE.with(ERASED)), RejectionCode.SUBJECT_ERASED, "/subject");
    }

    @Test
    void only_a_hold_that_is_known_can_be_released_and_only_once() {
        assertRejected(release("case-1", Erasure.NONE), RejectionCode.LEGAL_HOLD_UNKNOWN, "/hold");
        assertThat(release("case-1", HELD)).isEqualTo(Outcome.accepted(new LegalHoldReleased(ANNA, "case-1", NOW)));
        assertThat(release("case-1", HELD.with(new LegalHoldReleased(ANNA, "case-1", YESTERDAY))))
                .isEqualTo(Outcome.accepted(new LegalHoldReleased(ANNA, "case-1", YESTERDAY)));
    }

    @Test
    void nothing_of_it_may_lie_in_the_future() {
        var ahead = NOW.plus(WorldTime.TOLERANCE).plusNanos(1_000);

        assertRejected(
                ErasureRules.decide(new EraseSubject(ANNA, ahead), Erasure.NONE, NOW),
                RejectionCode.WORLD_TIME_IN_FUTURE,
                "/erasedAt");
        assertRejected(
                ErasureRules.decide(new PlaceLegalHold(ANNA, "case-1", "suit", ahead, NEXT_WEEK), Erasure.NONE, NOW),
                RejectionCode.WORLD_TIME_IN_FUTURE,
                "/placedAt");
        assertRejected(
                ErasureRules.decide(new ReleaseLegalHold(ANNA, "case-1", ahead), HELD, NOW),
                RejectionCode.WORLD_TIME_IN_FUTURE,
                "/releasedAt");
    }

    @Test
    void only_a_consent_given_after_the_erasure_begins_anew() {
        assertThat(ErasureRules.beginsAnew(NOW, null)).isFalse();
        assertThat(ErasureRules.beginsAnew(YESTERDAY, NOW)).isFalse();
        assertThat(ErasureRules.beginsAnew(NOW, NOW)).isFalse();
        assertThat(ErasureRules.beginsAnew(NOW.plusNanos(1_000), NOW)).isTrue();
    }

    private static LegalHoldPlaced hold(String code, Instant until) {
        return new LegalHoldPlaced(ANNA, code, "suit", YESTERDAY, until);
    }

    private static List<ErasureEvent> erase(Erasure erasure, Instant erasedAt) {
        return accepted(ErasureRules.decide(new EraseSubject(ANNA, erasedAt), erasure, NOW));
    }

    private static List<ErasureEvent> carryOut(Erasure erasure, Instant now) {
        return accepted(ErasureRules.decide(new CarryOutErasure(ANNA), erasure, now));
    }

    private static Outcome<ErasureEvent> place(String code, Instant until, Erasure erasure) {
        return ErasureRules.decide(new PlaceLegalHold(ANNA, code, "suit", YESTERDAY, until), erasure, NOW);
    }

    private static Outcome<ErasureEvent> release(String code, Erasure erasure) {
        return ErasureRules.decide(new ReleaseLegalHold(ANNA, code, NOW), erasure, NOW);
    }

    private static List<ErasureEvent> accepted(Outcome<ErasureEvent> outcome) {
        return ((Outcome.Accepted<ErasureEvent>) outcome).events();
    }

    private static void assertRejected(Outcome<ErasureEvent> outcome, RejectionCode code, String pointer) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.rejection().code()).isEqualTo(code);
            assertThat(rejected.rejection().pointer()).isEqualTo(pointer);
        });
    }
}
