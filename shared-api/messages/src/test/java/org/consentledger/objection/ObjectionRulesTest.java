package org.consentledger.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.Decided.accepted;
import static org.consentledger.Decided.assertRejected;
import static org.consentledger.Example.SUBJECT;
import static org.consentledger.Example.SUBJECT_ID;
import static org.consentledger.Example.at;
import static org.consentledger.Example.justAfter;

import java.time.Instant;
import java.util.List;
import org.consentledger.RejectionCode;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.junit.jupiter.api.Test;

class ObjectionRulesTest {

    private static final Instant NOW = at("2016-11-07T09:00");
    private static final Instant LATEST = at("2016-11-07T09:05");

    @Test
    void an_objection_is_recorded_for_each_purpose_whatever_its_basis() {
        assertThat(accepted(ObjectionRules.decide(objecting(NOW, "ads", "unheard-of", "ads"), NOW)))
                .containsExactly(
                        new ProcessingObjected(
                                SUBJECT_ID, SUBJECT, "ads", Channel.BROWSER_SIGNAL, Giver.theSubject(), NOW),
                        new ProcessingObjected(
                                SUBJECT_ID, SUBJECT, "unheard-of", Channel.BROWSER_SIGNAL, Giver.theSubject(), NOW));
    }

    @Test
    void a_withdrawal_is_recorded_for_each_purpose_whether_or_not_an_objection_is_known() {
        assertThat(accepted(ObjectionRules.decide(withdrawing(NOW, "ads", "unheard-of"), NOW)))
                .containsExactly(
                        new ObjectionWithdrawn(SUBJECT_ID, SUBJECT, "ads", null, Giver.theSubject(), NOW),
                        new ObjectionWithdrawn(SUBJECT_ID, SUBJECT, "unheard-of", null, Giver.theSubject(), NOW));
    }

    @Test
    void an_objection_of_the_future_is_rejected() {
        assertThat(accepted(ObjectionRules.decide(objecting(LATEST, "ads"), NOW)))
                .hasSize(1);
        assertRejected(
                ObjectionRules.decide(objecting(justAfter(LATEST), "ads"), NOW),
                RejectionCode.WORLD_TIME_IN_FUTURE,
                "/objectedAt");
    }

    @Test
    void a_withdrawal_of_the_future_is_rejected() {
        assertThat(accepted(ObjectionRules.decide(withdrawing(LATEST, "ads"), NOW)))
                .hasSize(1);
        assertRejected(
                ObjectionRules.decide(withdrawing(justAfter(LATEST), "ads"), NOW),
                RejectionCode.WORLD_TIME_IN_FUTURE,
                "/withdrawnAt");
    }

    private static ObjectToProcessing objecting(Instant objectedAt, String... purposes) {
        return new ObjectToProcessing(
                SUBJECT_ID, SUBJECT, List.of(purposes), Channel.BROWSER_SIGNAL, Giver.theSubject(), objectedAt);
    }

    private static WithdrawObjection withdrawing(Instant withdrawnAt, String... purposes) {
        return new WithdrawObjection(SUBJECT_ID, SUBJECT, List.of(purposes), null, Giver.theSubject(), withdrawnAt);
    }
}
