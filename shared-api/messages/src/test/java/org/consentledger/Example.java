package org.consentledger;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.consent.Evidence;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticeText;
import org.consentledger.notice.Purpose;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/** One person, one notice and what they have to do with each other, for tests to vary. */
public final class Example {

    public static final SubjectId SUBJECT_ID = new SubjectId("s-0123456789abcdef0123456789abcdef");
    public static final String SUBJECT = "cust-1001";
    public static final String NOTICE = "reference";
    public static final String NEWSLETTER = "newsletter";

    private Example() {}

    /** A time in UTC, such as {@code 2016-11-07T09:00}. */
    public static Instant at(String time) {
        return Instant.parse(time + ":00Z");
    }

    public static Instant justBefore(Instant time) {
        return time.minusNanos(1_000);
    }

    public static Instant justAfter(Instant time) {
        return time.plusNanos(1_000);
    }

    public static Evidence evidence(ConsentForm form) {
        return new Evidence(Channel.PRINTED_FORM, form, "ab".repeat(32), "en", "shop-12");
    }

    public static ConsentGiven given(String purpose, Instant collectedAt, @Nullable Instant validUntil) {
        return new ConsentGiven(
                SUBJECT_ID,
                SUBJECT,
                purpose,
                NOTICE,
                "v1",
                evidence(ConsentForm.EXPLICIT),
                Giver.theSubject(),
                collectedAt,
                validUntil);
    }

    public static ConsentRefused refused(String purpose, Instant collectedAt) {
        return new ConsentRefused(
                SUBJECT_ID,
                SUBJECT,
                purpose,
                NOTICE,
                "v1",
                evidence(ConsentForm.NONE),
                Giver.theSubject(),
                collectedAt);
    }

    public static ConsentRevoked revoked(String purpose, Instant revokedAt) {
        return new ConsentRevoked(SUBJECT_ID, SUBJECT, purpose, Channel.EMAIL, Giver.theSubject(), revokedAt);
    }

    /** A version that does not ask again. */
    public static Notice notice(String code, String version, String effectiveFrom, Purpose... purposes) {
        return notice(code, version, effectiveFrom, false, purposes);
    }

    public static Notice notice(
            String code, String version, String effectiveFrom, boolean asksAgain, Purpose... purposes) {
        return new Notice(
                code,
                version,
                at(effectiveFrom),
                asksAgain,
                List.of("EEA"),
                List.of(new NoticeText("en", "cd".repeat(32))),
                List.of(purposes));
    }

    public static Purpose purpose(String code, Basis basis, ConsentForm form) {
        return new Purpose(code, basis, form, List.of("contact"), List.of(RecipientClass.SUB_SUPPLIER), null, null);
    }

    /** A purpose that needs explicit consent. */
    public static Purpose onConsent(String code) {
        return purpose(code, Basis.CONSENT, ConsentForm.EXPLICIT);
    }

    /** A purpose that needs explicit consent, which lasts for a while. */
    public static Purpose onConsentFor(String code, Period validFor) {
        return new Purpose(
                code,
                Basis.CONSENT,
                ConsentForm.EXPLICIT,
                List.of("contact"),
                List.of(RecipientClass.SUB_SUPPLIER),
                null,
                validFor);
    }
}
