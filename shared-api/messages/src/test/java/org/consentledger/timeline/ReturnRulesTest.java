package org.consentledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consentledger.Rejection;
import org.consentledger.RejectionCode;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.consent.Evidence;
import org.consentledger.consent.GiveConsent;
import org.consentledger.notice.ConsentForm;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectId;
import org.junit.jupiter.api.Test;

class ReturnRulesTest {

    private static final SubjectId ANNA = new SubjectId("s-" + "a".repeat(32));
    private static final Instant COLLECTED = Instant.parse("2026-11-02T10:15:00Z");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Evidence EVIDENCE = new Evidence(Channel.PRINTED_FORM, ConsentForm.WRITTEN, null, null, null);

    @Test
    void a_consent_that_nothing_was_said_against_brings_the_person_back() {
        assertThat(takenBack(Timeline.complete(), "letters")).isEmpty();
        assertThat(takenBack(revoked("letters", COLLECTED.minusSeconds(1)), "letters"))
                .isEmpty();
        assertThat(takenBack(revoked("calls", COLLECTED.plusSeconds(1)), "letters"))
                .isEmpty();
    }

    @Test
    void one_that_was_taken_back_or_refused_again_since_does_not() {
        for (var no : List.of(
                revoked("letters", COLLECTED),
                revoked("letters", COLLECTED.plusSeconds(1)),
                revoked(ConsentRevoked.EVERY_PURPOSE, COLLECTED.plusSeconds(1)),
                refused("letters", COLLECTED.plusSeconds(1)))) {
            assertThat(takenBack(no, "calls", "letters")).hasValueSatisfying(rejection -> {
                assertThat(rejection.code()).isEqualTo(RejectionCode.SUBJECT_ERASED);
                assertThat(rejection.pointer()).startsWith("/purposes/");
            });
        }
        assertThat(takenBack(revoked("letters", COLLECTED), "calls", "letters"))
                .map(Rejection::pointer)
                .contains("/purposes/1");
    }

    private static Optional<Rejection> takenBack(Timeline erased, String... purposes) {
        var command = new GiveConsent(
                ANNA, "anna", "n", "v1", List.of(purposes), EVIDENCE, Giver.theSubject(), COLLECTED, null);
        return ReturnRules.takenBackSince(command, erased, NOW);
    }

    private static Timeline revoked(String purpose, Instant at) {
        return Timeline.complete().with(new ConsentRevoked(ANNA, null, purpose, null, Giver.theSubject(), at), "e");
    }

    private static Timeline refused(String purpose, Instant at) {
        return Timeline.complete()
                .with(new ConsentRefused(ANNA, null, purpose, "n", "v1", EVIDENCE, Giver.theSubject(), at), "e");
    }
}
