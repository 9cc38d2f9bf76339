package org.consentledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consentledger.decisions.DecisionTables;
import org.consentledger.decisions.ReferenceRegister;
import org.consentledger.timeline.ConsentState;
import org.consentledger.transfer.Circumstance.InHomeArea;
import org.consentledger.transfer.Circumstance.NoPurpose;
import org.consentledger.transfer.Circumstance.NoRecipient;
import org.consentledger.transfer.Circumstance.OfCategories;
import org.consentledger.transfer.Circumstance.OfConsent;
import org.consentledger.transfer.Circumstance.OfErasure;
import org.consentledger.transfer.Circumstance.OfObjection;
import org.consentledger.transfer.Circumstance.OfRecipient;
import org.consentledger.transfer.Circumstance.OfSafeguards;
import org.consentledger.transfer.Finding.Answer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** For every case of every decision table: each rule answers, and each reason comes with what stands against the transfer. */
class ExplanationTest {

    private static final Path TABLES = Path.of("src/test/resources/decisions");

    @TestFactory
    Stream<DynamicTest> every_decision_is_explained() throws IOException {
        var register = ReferenceRegister.read(Path.of("../../deploy/reference/legal-register.yaml"));
        return DecisionTables.in(TABLES).values().stream().flatMap(table -> {
            var world = new TableWorld(table, register);
            return table.cases().stream().map(c -> dynamicTest(c.name(), () -> assertExplained(world.explain(c))));
        });
    }

    private static void assertExplained(Explanation explanation) {
        assertThat(explanation.findings())
                .extracting(Finding::rule)
                .containsExactlyElementsOf(Arrays.asList(Rule.values()));
        for (var finding : explanation.findings()) {
            assertThat(finding.reasons().isEmpty()).as(finding.toString()).isEqualTo(finding.answer() != Answer.BROKEN);
        }
        for (var reason : explanation.decision().reasons()) {
            var finding = explanation.of(Rule.of(reason));
            assertThat(finding.reasons()).contains(reason);
            assertThat(standsAgainst(reason, finding))
                    .as(reason + " rests on " + finding)
                    .isTrue();
        }
        var ground = explanation.decision().ground();
        if (ground != null) {
            assertRestsOn(ground, explanation);
        }
    }

    /** What the ground names is what the rules rested on. */
    private static void assertRestsOn(Ground ground, Explanation explanation) {
        assertThat(explanation.findings()).extracting(Finding::answer).doesNotContain(Answer.BROKEN);
        if (ground.consentEventId() != null) {
            assertThat(consents(explanation, Rule.BASIS_HOLDS)).containsExactly(ground.consentEventId());
        }
        if (ground.crossBorderConsentEventId() != null) {
            assertThat(consents(explanation, Rule.CROSS_BORDER_CONSENT))
                    .containsExactly(ground.crossBorderConsentEventId());
        }
        var covered = explanation.of(Rule.THIRD_COUNTRY_COVERED);
        assertThat(covered.circumstances(OfSafeguards.class).stream().map(OfSafeguards::used))
                .isEqualTo(Stream.ofNullable(ground.safeguard()).toList());
        assertThat(covered.circumstances(InHomeArea.class).isEmpty()).isEqualTo(ground.safeguard() != null);
    }

    private static List<String> consents(Explanation explanation, Rule rule) {
        return explanation.of(rule).circumstances(OfConsent.class).stream()
                .map(consent -> Objects.requireNonNull(consent.status().eventId()))
                .toList();
    }

    private static boolean standsAgainst(Reason reason, Finding finding) {
        var consent = finding.circumstances(OfConsent.class).stream();
        return switch (reason) {
            case RECIPIENT_UNKNOWN -> finding.circumstances(NoRecipient.class).size() == 1;
            case RECIPIENT_RETIRED, RECIPIENT_CLASS_NOT_COVERED ->
                finding.circumstances(OfRecipient.class).size() == 1;
            case PURPOSE_NOT_IN_NOTICE -> finding.circumstances(NoPurpose.class).size() == 1;
            case CATEGORY_NOT_COVERED ->
                finding.circumstances(OfCategories.class).stream()
                        .anyMatch(categories -> !categories.uncovered().isEmpty());
            case CONSENT_MISSING, WRITTEN_CONSENT_REQUIRED, TRANSFER_CONSENT_MISSING ->
                consent.anyMatch(c -> !c.status().isInForce(c.demanded()));
            case CONSENT_REFUSED -> consent.anyMatch(c -> rests(c, ConsentState.REFUSED));
            case CONSENT_REVOKED -> consent.anyMatch(c -> rests(c, ConsentState.REVOKED));
            case CONSENT_EXPIRED -> consent.anyMatch(c -> ended(c, ConsentState.EXPIRED));
            case CONSENT_OUTDATED -> consent.anyMatch(c -> ended(c, ConsentState.OUTDATED) && c.askedAgainBy() != null);
            case OBJECTED ->
                finding.circumstances(OfObjection.class).stream().anyMatch(objection -> objection.objection() != null);
            case SAFEGUARD_MISSING, SAFEGUARD_EXPIRED, SAFEGUARD_INVALIDATED ->
                finding.circumstances(OfSafeguards.class).stream().anyMatch(s -> s.used() == null);
            case SUBJECT_ERASED ->
                finding.circumstances(OfErasure.class).stream().anyMatch(erasure -> erasure.erasedAt() != null);
        };
    }

    private static boolean rests(OfConsent consent, ConsentState state) {
        return consent.status().state() == state && consent.status().eventId() != null;
    }

    private static boolean ended(OfConsent consent, ConsentState state) {
        return consent.status().eventId() != null
                && consent.status().endings().stream().anyMatch(ending -> ending.state() == state);
    }
}
