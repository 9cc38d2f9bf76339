package org.consentledger.ledger.serial;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.consentledger.LedgerEvent;
import org.consentledger.consent.ConsentExpired;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.consent.Evidence;
import org.consentledger.erasure.ErasureRequested;
import org.consentledger.erasure.LegalHoldPlaced;
import org.consentledger.erasure.LegalHoldReleased;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticePublished;
import org.consentledger.notice.NoticeText;
import org.consentledger.notice.Purpose;
import org.consentledger.objection.ObjectionWithdrawn;
import org.consentledger.objection.ProcessingObjected;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.recipient.RecipientRetired;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.recipient.SafeguardRecorded;
import org.consentledger.recipient.SafeguardWithdrawn;
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

/** One event of each kind, with every field filled. */
public final class SampleEvents {

    public static final SubjectId SUBJECT = new SubjectId("s-00112233445566778899aabbccddeeff");

    private static final Instant AT = Instant.parse("2016-11-02T10:15:00.123456Z");
    private static final Instant LATER = Instant.parse("2017-11-02T10:15:00Z");
    private static final Giver DELEGATE = new Giver(Giver.Kind.DELEGATE, "lawyer-7", "power of attorney of 2016-01-04");
    private static final Evidence EVIDENCE =
            new Evidence(Channel.PRINTED_FORM, ConsentForm.WRITTEN, "ab".repeat(32), "it", "branch-office-4");
    private static final Transfer TRANSFER =
            new Transfer("cust-1001", "us-hosting", "business-notices", List.of("contact", "orders"), AT, "job-77");
    private static final Ground GROUND = new Ground(
            Basis.CONSENT,
            "event-1",
            new Ground.SafeguardUsed(SafeguardKind.CERTIFICATION, "certificate-9", "EU-US-SAFE-HARBOR"),
            "reference",
            "2016-10",
            "event-2");
    private static final DecidedOn DECIDED_ON = new DecidedOn(41, "0123456789abcdef");

    private SampleEvents() {}

    public static List<LedgerEvent> all() {
        return List.of(
                new NoticePublished(new Notice(
                        "reference",
                        "2016-10",
                        AT,
                        true,
                        List.of("EEA"),
                        List.of(new NoticeText("en", "cd".repeat(32))),
                        List.of(new Purpose(
                                "business-notices",
                                Basis.CONSENT,
                                ConsentForm.EXPLICIT,
                                List.of("contact"),
                                List.of(RecipientClass.SUB_SUPPLIER, RecipientClass.SALES_NETWORK),
                                "cross-border-hosting",
                                Period.ofMonths(24))))),
                new RecipientRegistered("us-hosting", "Hosting in Ohio", RecipientClass.HOSTING_PROVIDER, "US"),
                new SafeguardRecorded(
                        "us-hosting",
                        new Safeguard(
                                SafeguardKind.CERTIFICATION, "EU-US-SAFE-HARBOR", "certificate-9", AT, LATER, null)),
                new SafeguardWithdrawn("us-hosting", SafeguardKind.CERTIFICATION, "certificate-9", LATER),
                new RecipientRetired("us-hosting", LATER),
                new ConsentGiven(
                        SUBJECT,
                        "cust-1001",
                        "business-notices",
                        "reference",
                        "2016-10",
                        EVIDENCE,
                        DELEGATE,
                        AT,
                        LATER),
                new ConsentRefused(
                        SUBJECT, "cust-1001", "website-images", "reference", "2016-10", EVIDENCE, DELEGATE, AT),
                new ConsentRevoked(SUBJECT, "cust-1001", "*", Channel.EMAIL, DELEGATE, LATER),
                new ConsentExpired(SUBJECT, "business-notices", "event-1", LATER),
                new ProcessingObjected(SUBJECT, "cust-1001", "interest-ads", Channel.BROWSER_SIGNAL, DELEGATE, AT),
                new ObjectionWithdrawn(SUBJECT, "cust-1001", "interest-ads", Channel.WEB_FORM, DELEGATE, LATER),
                new TransferPermitted(SUBJECT, TRANSFER, GROUND, DECIDED_ON),
                new TransferRefused(
                        SUBJECT, TRANSFER, List.of(Reason.CONSENT_REVOKED, Reason.SAFEGUARD_INVALIDATED), DECIDED_ON),
                new TransferReported(SUBJECT, TRANSFER, List.of(Reason.OBJECTED), null, DECIDED_ON),
                new LegalHoldPlaced(SUBJECT, "case-2016-17", "claim of a neighbour", AT, LATER),
                new LegalHoldReleased(SUBJECT, "case-2016-17", LATER),
                new ErasureRequested(SUBJECT, AT, LATER),
                new SubjectErased(SUBJECT, LATER));
    }
}
