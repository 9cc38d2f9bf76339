package org.consentledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.Example.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.register.AdequacyDecision;
import org.consentledger.register.LegalRegister;
import org.consentledger.register.Validity;
import org.junit.jupiter.api.Test;

/** What the shipped legal register has no example of. */
class SafeguardsTest {

    private static final LocalDate FROM = LocalDate.of(2000, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2010, 1, 1);
    private static final Instant AFTERWARDS = at("2016-11-07T09:00");

    private static final Validity ENDED = new Validity(FROM, UNTIL, null);
    private static final Validity INVALIDATED = new Validity(FROM, null, UNTIL);
    private static final Validity STANDING = new Validity(FROM, null, null);

    @Test
    void a_decision_struck_down_is_a_safeguard_invalidated() {
        assertThat(safeguards(decisions(INVALIDATED)).whyNone()).containsExactly(Reason.SAFEGUARD_INVALIDATED);
    }

    @Test
    void a_decision_that_ended_and_another_struck_down_are_two_reasons() {
        assertThat(safeguards(decisions(ENDED, INVALIDATED)).whyNone())
                .containsExactly(Reason.SAFEGUARD_EXPIRED, Reason.SAFEGUARD_INVALIDATED);
    }

    @Test
    void one_standing_decision_is_enough_whatever_befell_the_others() {
        assertThat(safeguards(decisions(INVALIDATED, ENDED, STANDING)).inForce())
                .hasValueSatisfying(used -> assertThat(used.reference()).isEqualTo("decision 3"));
    }

    @Test
    void a_ground_prefers_adequacy_then_corporate_rules_then_clauses() {
        var clauses = recorded(SafeguardKind.STANDARD_CLAUSES);
        var rules = recorded(SafeguardKind.BINDING_CORPORATE_RULES);

        assertThat(kindInForce(decisions(STANDING), clauses, rules)).isEqualTo(SafeguardKind.ADEQUACY);
        assertThat(kindInForce(decisions(), clauses, rules)).isEqualTo(SafeguardKind.BINDING_CORPORATE_RULES);
        assertThat(kindInForce(decisions(), clauses)).isEqualTo(SafeguardKind.STANDARD_CLAUSES);
    }

    @Test
    void a_recorded_adequacy_falls_with_its_decision() {
        var adequacy = recorded(SafeguardKind.ADEQUACY);

        assertThat(safeguards(decisions(STANDING), adequacy).inForce())
                .hasValueSatisfying(used -> assertThat(used.reference()).isEqualTo("ADEQUACY"));
        assertThat(safeguards(decisions(INVALIDATED), adequacy).inForce()).isEmpty();
        assertThat(safeguards(decisions(INVALIDATED), adequacy).whyNone())
                .containsExactly(Reason.SAFEGUARD_INVALIDATED);
    }

    private static SafeguardKind kindInForce(LegalRegister register, Safeguard... recorded) {
        return safeguards(register, recorded).inForce().orElseThrow().kind();
    }

    private static Safeguards safeguards(LegalRegister register, Safeguard... recorded) {
        var recipient = new Recipient("host", "Host", RecipientClass.HOSTING_PROVIDER, "XX", List.of(recorded), null);
        return Safeguards.of(recipient, register, AFTERWARDS);
    }

    private static Safeguard recorded(SafeguardKind kind) {
        return new Safeguard(kind, null, kind.name(), at("2000-01-01T00:00"), null, null);
    }

    private static LegalRegister decisions(Validity... validities) {
        var decisions = Stream.iterate(0, i -> i < validities.length, i -> i + 1)
                .map(i -> new AdequacyDecision("XX", validities[i], "decision " + (i + 1)))
                .toList();
        return new LegalRegister("digest", List.of(), decisions, List.of());
    }
}
