package org.consentledger.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.consent.Evidence;
import org.consentledger.erasure.LegalHoldPlaced;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.objection.ObjectionWithdrawn;
import org.consentledger.objection.ProcessingObjected;
import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Transfer;
import org.consentledger.transfer.TransferPermitted;
import org.consentledger.transfer.TransferRefused;
import org.consentledger.transfer.TransferReported;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PersonalDataTest {

    private static final SubjectId ID = new SubjectId("s-" + "0".repeat(32));
    private static final Instant AT = Instant.parse("2016-11-02T10:15:00Z");
    private static final Giver GIVER = new Giver(Giver.Kind.DELEGATE, "personal-giver", "personal-authority");
    private static final Evidence EVIDENCE = new Evidence(
            Channel.WEB_FORM, ConsentForm.EXPLICIT, "personal-digest", "personal-locale", "personal-collector");
    private static final Transfer TRANSFER =
            new Transfer("personal-subject", "printer", "newsletter", List.of("contact"), AT, "personal-job");
    private static final DecidedOn DECIDED_ON = new DecidedOn(7, "digest");

    static final List<SubjectEvent> EVENTS = List.of(
            new ConsentGiven(ID, "personal-subject", "newsletter", "n", "v1", EVIDENCE, GIVER, AT, null),
            new ConsentRefused(ID, "personal-subject", "newsletter", "n", "v1", EVIDENCE, GIVER, AT),
            new ConsentRevoked(ID, "personal-subject", "newsletter", Channel.EMAIL, GIVER, AT),
            new ProcessingObjected(ID, "personal-subject", "newsletter", Channel.EMAIL, GIVER, AT),
            new ObjectionWithdrawn(ID, "personal-subject", "newsletter", Channel.EMAIL, GIVER, AT),
            new TransferPermitted(ID, TRANSFER, new Ground(Basis.CONTRACT, null, null, "n", "v1", null), DECIDED_ON),
            new TransferRefused(ID, TRANSFER, List.of(Reason.CONSENT_MISSING), DECIDED_ON),
            new TransferReported(ID, TRANSFER, List.of(Reason.CONSENT_MISSING), null, DECIDED_ON),
            new LegalHoldPlaced(ID, "case-1", "personal-reason", AT, AT.plusSeconds(1)));

    @ParameterizedTest
    @FieldSource("EVENTS")
    void erasure_leaves_nothing_personal(SubjectEvent event) {
        assertThat(event.toString()).contains("personal-");
        assertThat(event.with(PersonalData.NONE).toString())
                .contains(ID.value())
                .doesNotContain("personal-");
        assertThat(event.with(PersonalData.NONE).personalData()).isEqualTo(PersonalData.NONE);
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void what_was_taken_out_of_an_event_completes_it_again(SubjectEvent event) {
        assertThat(event.with(PersonalData.NONE).with(event.personalData())).isEqualTo(event);
    }
}
