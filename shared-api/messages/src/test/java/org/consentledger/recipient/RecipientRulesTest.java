package org.consentledger.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.Decided.accepted;
import static org.consentledger.Decided.assertRejected;
import static org.consentledger.Example.at;
import static org.consentledger.Example.justAfter;
import static org.consentledger.Example.justBefore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.Outcome;
import org.consentledger.RejectionCode;
import org.consentledger.register.AdequacyDecision;
import org.consentledger.register.Framework;
import org.consentledger.register.LegalRegister;
import org.consentledger.register.Validity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecipientRulesTest {

    private static final Instant NOW = at("2016-11-07T09:00");
    private static final Instant LATEST = at("2016-11-07T09:05");
    private static final Instant BEGIN = at("2016-01-01T00:00");

    private static final Validity ALWAYS = new Validity(LocalDate.of(2000, 1, 1), null, null);
    private static final LegalRegister REGISTER = new LegalRegister(
            "digest",
            List.of(),
            List.of(new AdequacyDecision("CH", ALWAYS, "Decision 2000/518/EC")),
            List.of(new Framework("HARBOR", "US", ALWAYS, "Decision 2000/520/EC")));

    private static final RegisterRecipient REGISTRATION =
            registration("Hosting", RecipientClass.HOSTING_PROVIDER, "US");
    private static final Recipient HOST =
            Recipient.evolve(null, new RecipientRegistered("host", "Hosting", RecipientClass.HOSTING_PROVIDER, "US"));
    private static final Safeguard CLAUSES = safeguard(SafeguardKind.STANDARD_CLAUSES, null);

    @Nested
    class Registering {

        @Test
        void a_new_recipient_is_registered() {
            assertThat(accepted(decide(REGISTRATION, null)))
                    .containsExactly(new RecipientRegistered("host", "Hosting", RecipientClass.HOSTING_PROVIDER, "US"));
        }

        @Test
        void the_same_registration_again_says_the_same_fact() {
            assertThat(accepted(decide(REGISTRATION, HOST))).isEqualTo(accepted(decide(REGISTRATION, null)));
            assertThat(accepted(decide(REGISTRATION, retired(NOW)))).hasSize(1);
        }

        @Test
        void another_name_class_or_country_under_the_same_code_is_a_conflict() {
            for (var other : List.of(
                    registration("Other", RecipientClass.HOSTING_PROVIDER, "US"),
                    registration("Hosting", RecipientClass.SUB_SUPPLIER, "US"),
                    registration("Hosting", RecipientClass.HOSTING_PROVIDER, "CH"))) {
                assertRejected(decide(other, HOST), RejectionCode.RECIPIENT_CONFLICT, "/recipient");
            }
        }
    }

    @Nested
    class RecordingSafeguards {

        @Test
        void clauses_and_corporate_rules_are_recorded() {
            var rules = safeguard(SafeguardKind.BINDING_CORPORATE_RULES, null);

            assertThat(accepted(decide(recording(CLAUSES), HOST)))
                    .containsExactly(new SafeguardRecorded("host", CLAUSES));
            assertThat(accepted(decide(recording(rules), HOST))).containsExactly(new SafeguardRecorded("host", rules));
        }

        @Test
        void a_safeguard_may_begin_in_the_future() {
            var coming =
                    new Safeguard(SafeguardKind.STANDARD_CLAUSES, null, "ref-1", at("2030-01-01T00:00"), null, null);

            assertThat(accepted(decide(recording(coming), HOST))).hasSize(1);
        }

        @Test
        void the_recipient_must_be_known() {
            assertRejected(decide(recording(CLAUSES), null), RejectionCode.RECIPIENT_UNKNOWN, "/recipient");
        }

        @Test
        void a_retired_recipient_needs_no_new_safeguard() {
            assertRejected(decide(recording(CLAUSES), retired(NOW)), RejectionCode.RECIPIENT_IS_RETIRED, "/recipient");
        }

        @Test
        void the_same_safeguard_again_says_the_same_fact_even_after_retirement_or_withdrawal() {
            var withClauses = Recipient.evolve(HOST, new SafeguardRecorded("host", CLAUSES));
            var withdrawn = Recipient.evolve(
                    withClauses, new SafeguardWithdrawn("host", SafeguardKind.STANDARD_CLAUSES, "ref-1", NOW));

            for (var known :
                    List.of(withClauses, withdrawn, Recipient.evolve(withClauses, new RecipientRetired("host", NOW)))) {
                assertThat(accepted(decide(recording(CLAUSES), known)))
                        .containsExactly(new SafeguardRecorded("host", CLAUSES));
            }
        }

        @Test
        void the_same_kind_and_reference_with_other_content_is_a_conflict() {
            var longer =
                    new Safeguard(SafeguardKind.STANDARD_CLAUSES, null, "ref-1", BEGIN, at("2020-01-01T00:00"), null);

            assertRejected(
                    decide(recording(longer), Recipient.evolve(HOST, new SafeguardRecorded("host", CLAUSES))),
                    RejectionCode.SAFEGUARD_CONFLICT,
                    "/reference");
        }

        @Test
        void the_same_reference_under_another_kind_is_another_safeguard() {
            assertThat(accepted(decide(
                            recording(safeguard(SafeguardKind.BINDING_CORPORATE_RULES, null)),
                            Recipient.evolve(HOST, new SafeguardRecorded("host", CLAUSES)))))
                    .hasSize(1);
        }

        @Test
        void a_safeguard_must_end_after_it_begins() {
            assertRejected(
                    decide(recording(ending(BEGIN)), HOST),
                    RejectionCode.VALIDITY_ENDS_BEFORE_IT_BEGINS,
                    "/validUntil");
            assertRejected(
                    decide(recording(ending(justBefore(BEGIN))), HOST),
                    RejectionCode.VALIDITY_ENDS_BEFORE_IT_BEGINS,
                    "/validUntil");
            assertThat(accepted(decide(recording(ending(justAfter(BEGIN))), HOST)))
                    .hasSize(1);
        }

        @Test
        void a_certificate_needs_a_framework_of_the_recipients_country() {
            assertThat(accepted(decide(recording(safeguard(SafeguardKind.CERTIFICATION, "HARBOR")), HOST)))
                    .hasSize(1);
            assertRejected(
                    decide(recording(safeguard(SafeguardKind.CERTIFICATION, "UNHEARD-OF")), HOST),
                    RejectionCode.FRAMEWORK_UNKNOWN,
                    "/framework");
            assertRejected(
                    decide(recording(safeguard(SafeguardKind.CERTIFICATION, null)), HOST),
                    RejectionCode.FRAMEWORK_UNKNOWN,
                    "/framework");
            assertRejected(
                    decide(recording(safeguard(SafeguardKind.CERTIFICATION, "HARBOR")), in("CH")),
                    RejectionCode.FRAMEWORK_UNKNOWN,
                    "/framework");
        }

        @Test
        void adequacy_needs_a_decision_on_the_recipients_country() {
            assertThat(accepted(decide(recording(safeguard(SafeguardKind.ADEQUACY, null)), in("CH"))))
                    .hasSize(1);
            assertRejected(
                    decide(recording(safeguard(SafeguardKind.ADEQUACY, null)), HOST),
                    RejectionCode.ADEQUACY_DECISION_UNKNOWN,
                    "/kind");
        }

        private static RecordSafeguard recording(Safeguard safeguard) {
            return new RecordSafeguard("host", safeguard);
        }

        private static Safeguard ending(Instant validUntil) {
            return new Safeguard(SafeguardKind.STANDARD_CLAUSES, null, "ref-1", BEGIN, validUntil, null);
        }

        private static Recipient in(String country) {
            return Recipient.evolve(
                    null, new RecipientRegistered("host", "Hosting", RecipientClass.HOSTING_PROVIDER, country));
        }
    }

    @Nested
    class WithdrawingSafeguards {

        private static final Recipient COVERED = Recipient.evolve(HOST, new SafeguardRecorded("host", CLAUSES));

        @Test
        void a_safeguard_is_withdrawn() {
            assertThat(accepted(decide(withdrawing("ref-1", LATEST), COVERED)))
                    .containsExactly(new SafeguardWithdrawn("host", SafeguardKind.STANDARD_CLAUSES, "ref-1", LATEST));
        }

        @Test
        void the_recipient_and_the_safeguard_must_be_known() {
            assertRejected(decide(withdrawing("ref-1", NOW), null), RejectionCode.RECIPIENT_UNKNOWN, "/recipient");
            assertRejected(decide(withdrawing("ref-2", NOW), COVERED), RejectionCode.SAFEGUARD_UNKNOWN, "/reference");
            assertRejected(
                    decide(new WithdrawSafeguard("host", SafeguardKind.ADEQUACY, "ref-1", NOW), COVERED),
                    RejectionCode.SAFEGUARD_UNKNOWN,
                    "/reference");
        }

        @Test
        void a_withdrawal_of_the_future_is_rejected() {
            assertRejected(
                    decide(withdrawing("ref-1", justAfter(LATEST)), COVERED),
                    RejectionCode.WORLD_TIME_IN_FUTURE,
                    "/withdrawnAt");
        }

        @Test
        void the_same_withdrawal_again_says_the_same_fact_and_at_another_time_is_a_conflict() {
            var withdrawn = Recipient.evolve(
                    COVERED, new SafeguardWithdrawn("host", SafeguardKind.STANDARD_CLAUSES, "ref-1", NOW));

            assertThat(accepted(decide(withdrawing("ref-1", NOW), withdrawn))).hasSize(1);
            assertRejected(
                    decide(withdrawing("ref-1", justBefore(NOW)), withdrawn),
                    RejectionCode.ALREADY_WITHDRAWN,
                    "/withdrawnAt");
        }

        private static WithdrawSafeguard withdrawing(String reference, Instant withdrawnAt) {
            return new WithdrawSafeguard("host", SafeguardKind.STANDARD_CLAUSES, reference, withdrawnAt);
        }
    }

    @Nested
    class Retiring {

        @Test
        void a_recipient_is_retired() {
            assertThat(accepted(decide(new RetireRecipient("host", LATEST), HOST)))
                    .containsExactly(new RecipientRetired("host", LATEST));
        }

        @Test
        void the_recipient_must_be_known() {
            assertRejected(
                    decide(new RetireRecipient("host", NOW), null), RejectionCode.RECIPIENT_UNKNOWN, "/recipient");
        }

        @Test
        void a_retirement_of_the_future_is_rejected() {
            assertRejected(
                    decide(new RetireRecipient("host", justAfter(LATEST)), HOST),
                    RejectionCode.WORLD_TIME_IN_FUTURE,
                    "/retiredAt");
        }

        @Test
        void the_same_retirement_again_says_the_same_fact_and_at_another_time_is_a_conflict() {
            assertThat(accepted(decide(new RetireRecipient("host", NOW), retired(NOW))))
                    .hasSize(1);
            assertRejected(
                    decide(new RetireRecipient("host", justBefore(NOW)), retired(NOW)),
                    RejectionCode.RECIPIENT_IS_RETIRED,
                    "/recipient");
        }
    }

    private static Outcome<RecipientEvent> decide(RecipientCommand command, @Nullable Recipient known) {
        return RecipientRules.decide(command, known, REGISTER, NOW);
    }

    private static RegisterRecipient registration(String name, RecipientClass recipientClass, String country) {
        return new RegisterRecipient("host", name, recipientClass, country);
    }

    private static Recipient retired(Instant retiredAt) {
        return Recipient.evolve(HOST, new RecipientRetired("host", retiredAt));
    }

    private static Safeguard safeguard(SafeguardKind kind, @Nullable String framework) {
        return new Safeguard(kind, framework, "ref-1", BEGIN, null, null);
    }
}
