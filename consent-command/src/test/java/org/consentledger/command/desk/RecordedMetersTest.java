package org.consentledger.command.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.LedgerEvent;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.notice.Purpose;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.register.LegalRegister;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Transfer;
import org.consentledger.transfer.TransferPermitted;
import org.consentledger.transfer.TransferRefused;
import org.consentledger.transfer.TransferReported;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordedMetersTest {

    private static final Instant MONDAY = Instant.parse("2016-11-07T09:00:00Z");
    private static final SubjectId SUBJECT = new SubjectId("s-" + "0".repeat(32));
    private static final LegalRegister NO_LAW = new LegalRegister("digest", List.of(), List.of(), List.of());
    private static final Ground GROUND = new Ground(Basis.CONTRACT, null, null, "n", "v1", null);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Catalogue catalogue = Catalogue.EMPTY
            .with(notice("v1", "letters"), 1)
            .with(new RecipientRegistered("printer", "Printer", RecipientClass.SUB_SUPPLIER, "IT"), 2)
            .with(new RecipientRegistered("host", "Host", RecipientClass.HOSTING_PROVIDER, "US"), 3);
    private final RecordedMeters recorded =
            new RecordedMeters(new TransferMeters(() -> catalogue, NO_LAW, meters), () -> catalogue, meters);

    @Test
    void aRevocationIsCountedUnderItsPurpose() {
        count(revoked("letters"), revoked("letters"), revoked("*"));

        assertThat(revocations("letters")).isEqualTo(2);
        assertThat(revocations("*")).isEqualTo(1);
    }

    @Test
    void aPurposeThatNobodyPublishedIsNoLabel() {
        count(revoked("whatever a caller says"), revoked("other"));

        assertThat(revocations("other")).isEqualTo(2);
        assertThat(labels("ledger.revocations", "purpose")).containsExactlyInAnyOrder("letters", "*", "other");
    }

    @Test
    void aPurposeIsCountedFromItsPublicationOnHereOrElsewhere() {
        count(notice("v2", "calls"));
        assertThat(revocations("calls")).isZero();

        catalogue = catalogue.with(notice("v3", "visits"), 4);
        count(revoked("visits"));
        assertThat(revocations("visits")).isEqualTo(1);
    }

    @Test
    void aTransferIsCountedByWhereItGoes() {
        count(
                new TransferPermitted(SUBJECT, transfer("printer", "letters"), GROUND, new DecidedOn(3, "")),
                new TransferRefused(
                        SUBJECT,
                        transfer("host", "letters"),
                        List.of(Reason.CONSENT_MISSING, Reason.SAFEGUARD_MISSING),
                        new DecidedOn(3, "")));

        assertThat(transfers("PERMITTED", "AUTHORISE", "SUB_SUPPLIER", "false")).isEqualTo(1);
        assertThat(transfers("REFUSED", "AUTHORISE", "HOSTING_PROVIDER", "true"))
                .isEqualTo(1);
        assertThat(total("ledger.transfers")).isEqualTo(2);
        assertThat(total("ledger.transfer.reasons")).isEqualTo(2);
        assertThat(total("ledger.transfer.reports.with.findings")).isZero();
    }

    @Test
    void whatNobodyCanTellIsUnknown() {
        count(
                new TransferRefused(
                        SUBJECT,
                        transfer("nobody-knows", "letters"),
                        List.of(Reason.RECIPIENT_UNKNOWN),
                        new DecidedOn(3, "")),
                new TransferRefused(
                        SUBJECT,
                        transfer("host", "nobody-knows"),
                        List.of(Reason.PURPOSE_NOT_IN_NOTICE),
                        new DecidedOn(3, "")));

        assertThat(transfers("REFUSED", "AUTHORISE", "unknown", "unknown")).isEqualTo(1);
        assertThat(transfers("REFUSED", "AUTHORISE", "HOSTING_PROVIDER", "unknown"))
                .isEqualTo(1);
    }

    @Test
    void aReportWithFindingsIsCountedOnceHoweverManyThereAre() {
        count(
                reported("host", GROUND),
                reported("host", null, Reason.CONSENT_MISSING, Reason.SAFEGUARD_MISSING),
                reported("printer", null, Reason.CONSENT_MISSING));

        assertThat(meters.get("ledger.transfer.reports.with.findings")
                        .tags("recipient_class", "HOSTING_PROVIDER", "third_country", "true")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(total("ledger.transfer.reports.with.findings")).isEqualTo(2);
        assertThat(transfers("PERMITTED", "REPORT", "HOSTING_PROVIDER", "true")).isEqualTo(1);
    }

    @Test
    void everythingIsCountedFromTheStartAndNoLabelComesLater() {
        var before = meters.getMeters().size();

        count(
                reported("nobody-knows", null, Reason.RECIPIENT_UNKNOWN),
                reported("host", GROUND),
                reported("printer", null, Reason.CONSENT_EXPIRED),
                revoked("letters"));

        assertThat(meters.getMeters()).hasSize(before);
        assertThat(labels("ledger.transfers", "third_country")).containsExactlyInAnyOrder("true", "false", "unknown");
    }

    private void count(LedgerEvent... events) {
        Stream.of(events).forEach(recorded::count);
    }

    private double revocations(String purpose) {
        return meters.get("ledger.revocations")
                .tag("purpose", purpose)
                .counter()
                .count();
    }

    private double transfers(String verdict, String intent, String recipientClass, String thirdCountry) {
        return meters.get("ledger.transfers")
                .tags(
                        "verdict",
                        verdict,
                        "intent",
                        intent,
                        "recipient_class",
                        recipientClass,
                        "third_country",
                        thirdCountry)
                .counter()
                .count();
    }

    private double total(String name) {
        return meters.get(name).counters().stream().mapToDouble(Counter::count).sum();
    }

    private List<@Nullable String> labels(String name, String label) {
        return meters.get(name).counters().stream()
                .map(counter -> counter.getId().getTag(label))
                .distinct()
                .toList();
    }

    private static NoticePublished notice(String version, String purpose) {
        return new NoticePublished(new Notice(
                "n",
                version,
                MONDAY.minusSeconds(60),
                false,
                List.of("IT"),
                List.of(),
                List.of(new Purpose(
                        purpose,
                        Basis.CONSENT,
                        ConsentForm.EXPLICIT,
                        List.of("contact"),
                        List.of(RecipientClass.SUB_SUPPLIER),
                        null,
                        null))));
    }

    private static ConsentRevoked revoked(String purpose) {
        return new ConsentRevoked(SUBJECT, "planted-anna", purpose, Channel.EMAIL, Giver.theSubject(), MONDAY);
    }

    private static TransferReported reported(String recipient, @Nullable Ground ground, Reason... findings) {
        return new TransferReported(
                SUBJECT, transfer(recipient, "letters"), List.of(findings), ground, new DecidedOn(3, ""));
    }

    private static Transfer transfer(String recipient, String purpose) {
        return new Transfer("planted-anna", recipient, purpose, List.of("contact"), MONDAY, null);
    }
}
