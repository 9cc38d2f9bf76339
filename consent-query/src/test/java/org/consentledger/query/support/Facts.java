package org.consentledger.query.support;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.consent.Evidence;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.Planted;
import org.consentledger.ledger.keyring.SubjectLookups;
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
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Transfer;
import org.consentledger.transfer.TransferPermitted;
import org.consentledger.transfer.TransferRefused;

/** Events of a small world: notice "reference" with a few purposes, and whatever subjects say. */
public final class Facts {

    private static final SubjectLookups LOOKUPS = new SubjectLookups(LedgerDatabase.subjectKey());
    private static final Evidence EVIDENCE =
            new Evidence(Channel.WEB_FORM, ConsentForm.EXPLICIT, "ab".repeat(32), "en", "web-shop");

    private Facts() {}

    public static SubjectId id(String subject) {
        return new SubjectId(
                "s-" + lookup(Planted.reference(subject)).toString().replace("-", ""));
    }

    static UUID lookup(String subject) {
        return LOOKUPS.of(subject);
    }

    public static Instant at(String time) {
        return Instant.parse(time.length() == 10 ? time + "T00:00:00Z" : time);
    }

    public static NoticePublished notice(String version, String effectiveFrom, boolean asksAgain, String... more) {
        var purposes = new java.util.ArrayList<Purpose>();
        purposes.add(purpose("business-notices", Basis.CONSENT));
        purposes.add(purpose("interest-ads", Basis.LEGITIMATE_INTEREST));
        purposes.add(purpose("warranty", Basis.CONTRACT));
        for (var code : more) {
            purposes.add(purpose(code, Basis.CONSENT));
        }
        return new NoticePublished(new Notice(
                "reference",
                version,
                at(effectiveFrom),
                asksAgain,
                List.of("EEA"),
                List.of(new NoticeText("en", "cd".repeat(32))),
                purposes));
    }

    private static Purpose purpose(String code, Basis basis) {
        return new Purpose(
                code,
                basis,
                ConsentForm.EXPLICIT,
                List.of("contact", "orders"),
                List.of(RecipientClass.SUB_SUPPLIER),
                null,
                null);
    }

    public static RecipientRegistered recipient(String code) {
        return new RecipientRegistered(code, "Firm " + code, RecipientClass.SUB_SUPPLIER, "IT");
    }

    public static ConsentGiven given(String subject, String purpose, String at) {
        return new ConsentGiven(
                id(subject), subject, purpose, "reference", "2016-10", EVIDENCE, Giver.theSubject(), at(at), null);
    }

    public static ConsentGiven given(String subject, String purpose, String at, String until) {
        return new ConsentGiven(
                id(subject), subject, purpose, "reference", "2016-10", EVIDENCE, Giver.theSubject(), at(at), at(until));
    }

    public static ConsentRefused refused(String subject, String purpose, String at) {
        return new ConsentRefused(
                id(subject), subject, purpose, "reference", "2016-10", EVIDENCE, Giver.theSubject(), at(at));
    }

    public static ConsentRevoked revoked(String subject, String purpose, String at) {
        return new ConsentRevoked(id(subject), subject, purpose, Channel.EMAIL, Giver.theSubject(), at(at));
    }

    public static ProcessingObjected objected(String subject, String purpose, String at) {
        return new ProcessingObjected(
                id(subject), subject, purpose, Channel.BROWSER_SIGNAL, Giver.theSubject(), at(at));
    }

    public static ObjectionWithdrawn withdrawn(String subject, String purpose, String at) {
        return new ObjectionWithdrawn(id(subject), subject, purpose, Channel.API, Giver.theSubject(), at(at));
    }

    public static SubjectErased erased(String subject, String at) {
        return new SubjectErased(id(subject), at(at));
    }

    public static TransferPermitted permitted(String subject, String recipient, String at) {
        return new TransferPermitted(
                id(subject),
                new Transfer(subject, recipient, "warranty", List.of("contact"), at(at), "job of " + subject),
                new Ground(Basis.CONTRACT, null, null, "reference", "2016-10", null),
                new DecidedOn(Long.MAX_VALUE, "0123456789abcdef"));
    }

    public static TransferRefused transferRefused(String subject, String recipient, String at) {
        return new TransferRefused(
                id(subject),
                new Transfer(subject, recipient, "business-notices", List.of("contact"), at(at), null),
                List.of(Reason.CONSENT_REVOKED, Reason.SAFEGUARD_MISSING),
                new DecidedOn(Long.MAX_VALUE, "0123456789abcdef"));
    }
}
