package org.consentledger.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.Decided.accepted;
import static org.consentledger.Decided.assertRejected;
import static org.consentledger.Example.NEWSLETTER;
import static org.consentledger.Example.NOTICE;
import static org.consentledger.Example.SUBJECT;
import static org.consentledger.Example.SUBJECT_ID;
import static org.consentledger.Example.at;
import static org.consentledger.Example.evidence;
import static org.consentledger.Example.justAfter;
import static org.consentledger.Example.justBefore;
import static org.consentledger.Example.notice;
import static org.consentledger.Example.onConsent;
import static org.consentledger.Example.onConsentFor;
import static org.consentledger.Example.purpose;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.consentledger.Outcome;
import org.consentledger.RejectionCode;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.erasure.Erasure;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.NoticePublished;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentRulesTest {

    private static final Instant NOW = at("2016-11-07T09:00");
    private static final Instant COLLECTED = at("2016-11-02T10:15");

    private static final Catalogue CATALOGUE = Catalogue.EMPTY
            .with(
                    new NoticePublished(notice(
                            NOTICE,
                            "v1",
                            "2016-10-01T00:00",
                            onConsent(NEWSLETTER),
                            onConsent("images"),
                            purpose("settings", Basis.CONSENT, ConsentForm.NONE),
                            purpose("health", Basis.CONSENT, ConsentForm.WRITTEN),
                            onConsentFor("club", Period.ofMonths(24)),
                            onConsentFor("club-year", Period.ofYears(1)),
                            purpose("contract", Basis.CONTRACT, ConsentForm.NONE),
                            purpose("legal_obligation", Basis.LEGAL_OBLIGATION, ConsentForm.NONE),
                            purpose("legitimate_interest", Basis.LEGITIMATE_INTEREST, ConsentForm.NONE),
                            purpose("vital_interest", Basis.VITAL_INTEREST, ConsentForm.NONE),
                            purpose("public_task", Basis.PUBLIC_TASK, ConsentForm.NONE))),
                    0)
            .with(new NoticePublished(notice(NOTICE, "v2", "2017-01-01T00:00", onConsent("survey"))), 1);

    @Nested
    class Giving {

        @Test
        void consent_is_recorded_for_each_purpose_with_all_that_was_said() {
            var events = decide(giving(NEWSLETTER, "images"));

            assertThat(events)
                    .containsExactly(
                            new ConsentGiven(
                                    SUBJECT_ID,
                                    SUBJECT,
                                    NEWSLETTER,
                                    NOTICE,
                                    "v1",
                                    evidence(ConsentForm.EXPLICIT),
                                    Giver.theSubject(),
                                    COLLECTED,
                                    null),
                            new ConsentGiven(
                                    SUBJECT_ID,
                                    SUBJECT,
                                    "images",
                                    NOTICE,
                                    "v1",
                                    evidence(ConsentForm.EXPLICIT),
                                    Giver.theSubject(),
                                    COLLECTED,
                                    null));
        }

        @Test
        void a_purpose_named_twice_is_consented_to_once() {
            assertThat(decide(giving(NEWSLETTER, NEWSLETTER))).hasSize(1);
        }

        @Test
        void a_time_of_up_to_five_minutes_ahead_passes() {
            assertThat(decide(giving(at("2016-11-07T09:05"), null, ConsentForm.EXPLICIT, NEWSLETTER)))
                    .hasSize(1);
            assertRejected(
                    outcome(giving(justAfter(at("2016-11-07T09:05")), null, ConsentForm.EXPLICIT, NEWSLETTER)),
                    RejectionCode.WORLD_TIME_IN_FUTURE,
                    "/collectedAt");
        }

        @Test
        void the_notice_must_be_known() {
            assertRejected(outcome(givingUnder("other", "v1", NEWSLETTER)), RejectionCode.NOTICE_UNKNOWN, "/notice");
        }

        @Test
        void the_version_must_be_known() {
            assertRejected(
                    outcome(givingUnder(NOTICE, "v3", NEWSLETTER)),
                    RejectionCode.NOTICE_VERSION_UNKNOWN,
                    "/noticeVersion");
        }

        @Test
        void each_purpose_must_stand_in_that_version_of_the_notice() {
            assertRejected(outcome(giving(NEWSLETTER, "survey")), RejectionCode.PURPOSE_NOT_IN_NOTICE, "/purposes/1");
            assertRejected(
                    outcome(giving("unheard-of", NEWSLETTER)), RejectionCode.PURPOSE_NOT_IN_NOTICE, "/purposes/0");
        }

        @Test
        void nobody_consents_to_everything_at_once() {
            assertRejected(
                    outcome(giving(ConsentRevoked.EVERY_PURPOSE)), RejectionCode.PURPOSE_NOT_IN_NOTICE, "/purposes/0");
        }

        @ParameterizedTest
        @EnumSource(value = Basis.class, mode = EnumSource.Mode.EXCLUDE, names = "CONSENT")
        void there_is_nothing_to_consent_to_where_a_purpose_rests_on_another_basis(Basis basis) {
            var code = basis.name().toLowerCase(Locale.ROOT);

            assertRejected(
                    outcome(giving(NEWSLETTER, code)), RejectionCode.PURPOSE_NOT_BASED_ON_CONSENT, "/purposes/1");
        }

        @ParameterizedTest
        @CsvSource({"newsletter", "health"})
        void an_inferred_consent_is_none_where_more_is_demanded(String purpose) {
            assertRejected(
                    outcome(giving(COLLECTED, null, ConsentForm.NONE, "settings", purpose)),
                    RejectionCode.EXPLICIT_CONSENT_REQUIRED,
                    "/evidence/form");
        }

        @ParameterizedTest
        @CsvSource({
            "settings,   NONE",
            "settings,   EXPLICIT",
            "newsletter, EXPLICIT",
            "newsletter, WRITTEN",
            "health,     EXPLICIT",
            "health,     WRITTEN"
        })
        void an_explicit_consent_is_kept_even_where_a_written_one_is_demanded(String purpose, ConsentForm form) {
            assertThat(decide(giving(COLLECTED, null, form, purpose))).hasSize(1);
        }

        @Test
        void consent_may_be_collected_under_a_version_not_yet_in_force() {
            assertThat(decide(givingUnder(NOTICE, "v2", "survey"))).hasSize(1);
        }

        @Test
        void a_consent_must_end_after_it_begins() {
            assertRejected(
                    outcome(giving(COLLECTED, COLLECTED, ConsentForm.EXPLICIT, NEWSLETTER)),
                    RejectionCode.VALIDITY_ENDS_BEFORE_IT_BEGINS,
                    "/validUntil");
            assertRejected(
                    outcome(giving(COLLECTED, justBefore(COLLECTED), ConsentForm.EXPLICIT, NEWSLETTER)),
                    RejectionCode.VALIDITY_ENDS_BEFORE_IT_BEGINS,
                    "/validUntil");
            assertThat(validUntil(giving(COLLECTED, justAfter(COLLECTED), ConsentForm.EXPLICIT, NEWSLETTER)))
                    .isEqualTo(justAfter(COLLECTED));
        }

        @Test
        void a_consent_ends_when_the_purpose_says_or_earlier_if_the_subject_says_so() {
            var limit = at("2018-11-02T10:15");

            assertThat(validUntil(giving("club"))).isEqualTo(limit);
            assertThat(validUntil(giving(COLLECTED, justAfter(limit), ConsentForm.EXPLICIT, "club")))
                    .isEqualTo(limit);
            assertThat(validUntil(giving(COLLECTED, justBefore(limit), ConsentForm.EXPLICIT, "club")))
                    .isEqualTo(justBefore(limit));
        }

        @Test
        void a_year_from_a_leap_day_ends_on_the_last_of_february_in_utc() {
            assertThat(validUntil(giving(at("2016-02-29T23:30"), null, ConsentForm.EXPLICIT, "club-year")))
                    .isEqualTo(at("2017-02-28T23:30"));
        }

        private @Nullable Instant validUntil(GiveConsent command) {
            return ((ConsentGiven) decide(command).getFirst()).validUntil();
        }

        @Test
        void a_consent_from_before_the_erasure_went_with_everything_else() {
            var erased = Erasure.NONE.with(new SubjectErased(SUBJECT_ID, COLLECTED.plusSeconds(1)));

            assertRejected(
                    ConsentRules.decide(giving(NEWSLETTER), erased, CATALOGUE, NOW),
                    RejectionCode.SUBJECT_ERASED,
                    "/collectedAt");
        }

        private List<ConsentEvent> decide(GiveConsent command) {
            return accepted(outcome(command));
        }

        private Outcome<ConsentEvent> outcome(GiveConsent command) {
            return ConsentRules.decide(command, Erasure.NONE, CATALOGUE, NOW);
        }

        private GiveConsent giving(String... purposes) {
            return giving(COLLECTED, null, ConsentForm.EXPLICIT, purposes);
        }

        private GiveConsent giving(
                Instant collectedAt, @Nullable Instant validUntil, ConsentForm form, String... purposes) {
            return new GiveConsent(
                    SUBJECT_ID,
                    SUBJECT,
                    NOTICE,
                    "v1",
                    List.of(purposes),
                    evidence(form),
                    Giver.theSubject(),
                    collectedAt,
                    validUntil);
        }

        private GiveConsent givingUnder(String notice, String version, String purpose) {
            return new GiveConsent(
                    SUBJECT_ID,
                    SUBJECT,
                    notice,
                    version,
                    List.of(purpose),
                    evidence(ConsentForm.EXPLICIT),
                    Giver.theSubject(),
                    COLLECTED,
                    null);
        }
    }

    @Nested
    class Refusing {

        @Test
        void a_no_is_recorded_for_each_purpose_and_no_evidence_is_too_weak_for_it() {
            assertThat(accepted(outcome(refusing(NOTICE, "v1", COLLECTED, NEWSLETTER, "health"))))
                    .containsExactly(
                            new ConsentRefused(
                                    SUBJECT_ID,
                                    SUBJECT,
                                    NEWSLETTER,
                                    NOTICE,
                                    "v1",
                                    evidence(ConsentForm.NONE),
                                    Giver.theSubject(),
                                    COLLECTED),
                            new ConsentRefused(
                                    SUBJECT_ID,
                                    SUBJECT,
                                    "health",
                                    NOTICE,
                                    "v1",
                                    evidence(ConsentForm.NONE),
                                    Giver.theSubject(),
                                    COLLECTED));
        }

        @Test
        void a_no_of_the_future_is_rejected() {
            var limit = at("2016-11-07T09:05");

            assertThat(accepted(outcome(refusing(NOTICE, "v1", limit, NEWSLETTER))))
                    .hasSize(1);
            assertRejected(
                    outcome(refusing(NOTICE, "v1", justAfter(limit), NEWSLETTER)),
                    RejectionCode.WORLD_TIME_IN_FUTURE,
                    "/collectedAt");
        }

        @Test
        void only_what_was_asked_can_be_refused() {
            assertRejected(
                    outcome(refusing("other", "v1", COLLECTED, NEWSLETTER)), RejectionCode.NOTICE_UNKNOWN, "/notice");
            assertRejected(
                    outcome(refusing(NOTICE, "v3", COLLECTED, NEWSLETTER)),
                    RejectionCode.NOTICE_VERSION_UNKNOWN,
                    "/noticeVersion");
            assertRejected(
                    outcome(refusing(NOTICE, "v1", COLLECTED, NEWSLETTER, "survey")),
                    RejectionCode.PURPOSE_NOT_IN_NOTICE,
                    "/purposes/1");
            assertRejected(
                    outcome(refusing(NOTICE, "v1", COLLECTED, "contract")),
                    RejectionCode.PURPOSE_NOT_BASED_ON_CONSENT,
                    "/purposes/0");
        }

        private Outcome<ConsentEvent> outcome(RefuseConsent command) {
            return ConsentRules.decide(command, CATALOGUE, NOW);
        }

        private RefuseConsent refusing(String notice, String version, Instant collectedAt, String... purposes) {
            return new RefuseConsent(
                    SUBJECT_ID,
                    SUBJECT,
                    notice,
                    version,
                    List.of(purposes),
                    evidence(ConsentForm.NONE),
                    Giver.theSubject(),
                    collectedAt);
        }
    }

    @Nested
    class Revoking {

        @Test
        void a_revocation_is_recorded_for_each_purpose_even_one_nobody_has_heard_of() {
            assertThat(accepted(ConsentRules.decide(revoking(COLLECTED, NEWSLETTER, "unheard-of"), NOW)))
                    .containsExactly(
                            new ConsentRevoked(
                                    SUBJECT_ID, SUBJECT, NEWSLETTER, Channel.EMAIL, Giver.theSubject(), COLLECTED),
                            new ConsentRevoked(
                                    SUBJECT_ID, SUBJECT, "unheard-of", Channel.EMAIL, Giver.theSubject(), COLLECTED));
        }

        @Test
        void revoking_everything_is_one_fact() {
            assertThat(accepted(ConsentRules.decide(revoking(COLLECTED, "*"), NOW)))
                    .extracting(ConsentEvent::purpose)
                    .containsExactly(ConsentRevoked.EVERY_PURPOSE);
        }

        @Test
        void nothing_but_a_future_time_is_rejected() {
            var limit = at("2016-11-07T09:05");

            assertThat(accepted(ConsentRules.decide(revoking(limit, NEWSLETTER), NOW)))
                    .hasSize(1);
            assertRejected(
                    ConsentRules.decide(revoking(justAfter(limit), NEWSLETTER), NOW),
                    RejectionCode.WORLD_TIME_IN_FUTURE,
                    "/revokedAt");
        }

        private RevokeConsent revoking(Instant revokedAt, String... purposes) {
            return new RevokeConsent(
                    SUBJECT_ID, SUBJECT, List.of(purposes), Channel.EMAIL, Giver.theSubject(), revokedAt);
        }
    }
}
