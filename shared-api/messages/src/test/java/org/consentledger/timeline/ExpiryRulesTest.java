package org.consentledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.Decided.accepted;
import static org.consentledger.Decided.assertRejected;
import static org.consentledger.Example.NEWSLETTER;
import static org.consentledger.Example.SUBJECT_ID;
import static org.consentledger.Example.at;
import static org.consentledger.Example.given;
import static org.consentledger.Example.justAfter;
import static org.consentledger.Example.justBefore;
import static org.consentledger.Example.revoked;

import java.time.Instant;
import org.consentledger.RejectionCode;
import org.consentledger.consent.ConsentExpired;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.consent.ExpireConsent;
import org.junit.jupiter.api.Test;

class ExpiryRulesTest {

    private static final Instant BEGIN = at("2016-11-07T09:00");
    private static final Instant END = at("2016-12-07T09:00");
    private static final Timeline ENDING = Timeline.complete().with(given(NEWSLETTER, BEGIN, END), "form");
    private static final ExpireConsent EXPIRE = new ExpireConsent(SUBJECT_ID, NEWSLETTER, "form", END);

    @Test
    void a_consent_that_has_run_out_is_noted_as_expired() {
        assertThat(accepted(ExpiryRules.decide(EXPIRE, ENDING, END)))
                .containsExactly(new ConsentExpired(SUBJECT_ID, NEWSLETTER, "form", END));
    }

    @Test
    void before_the_time_has_come_it_is_rejected_for_it_may_still_expire() {
        assertRejected(
                ExpiryRules.decide(EXPIRE, ENDING, justBefore(END)), RejectionCode.WORLD_TIME_IN_FUTURE, "/expiredAt");
    }

    @Test
    void a_consent_revoked_before_or_at_its_end_did_not_expire() {
        assertNothingIsNoted(ENDING.with(revoked(NEWSLETTER, justBefore(END)), "revocation"));
        assertNothingIsNoted(ENDING.with(revoked(NEWSLETTER, END), "revocation"));
        assertNothingIsNoted(ENDING.with(revoked(ConsentRevoked.EVERY_PURPOSE, END), "everything"));
    }

    @Test
    void a_consent_given_anew_before_or_at_its_end_did_not_expire() {
        assertNothingIsNoted(ENDING.with(given(NEWSLETTER, justBefore(END), null), "again"));
        assertNothingIsNoted(ENDING.with(given(NEWSLETTER, END, null), "again"));
    }

    @Test
    void what_happened_after_the_end_does_not_undo_the_expiry() {
        var later = ENDING.with(revoked(NEWSLETTER, justAfter(END)), "revocation");

        assertThat(accepted(ExpiryRules.decide(EXPIRE, later, justAfter(END)))).hasSize(1);
    }

    @Test
    void a_word_on_another_purpose_does_not_keep_a_consent_from_expiring() {
        assertThat(accepted(ExpiryRules.decide(EXPIRE, ENDING.with(revoked("images", BEGIN), "other"), END)))
                .hasSize(1);
    }

    @Test
    void only_the_consent_that_is_named_expires_and_only_at_its_own_end() {
        assertThat(accepted(ExpiryRules.decide(
                        new ExpireConsent(SUBJECT_ID, NEWSLETTER, "another", END), ENDING, justAfter(END))))
                .isEmpty();
        assertThat(accepted(ExpiryRules.decide(
                        new ExpireConsent(SUBJECT_ID, NEWSLETTER, "form", justAfter(END)), ENDING, justAfter(END))))
                .isEmpty();
        assertThat(accepted(ExpiryRules.decide(
                        new ExpireConsent(SUBJECT_ID, NEWSLETTER, "form", BEGIN), ENDING, justAfter(END))))
                .isEmpty();
    }

    private static void assertNothingIsNoted(Timeline timeline) {
        assertThat(accepted(ExpiryRules.decide(EXPIRE, timeline, justAfter(END))))
                .isEmpty();
    }
}
