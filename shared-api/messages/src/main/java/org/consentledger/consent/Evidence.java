package org.consentledger.consent;

import org.consentledger.notice.ConsentForm;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * How a consent or refusal was collected, so that it can be demonstrated later (GDPR Art. 7(1)). Channel and form stay;
 * the rest is personal data, null once the subject was erased.
 *
 * @param statementSha256 SHA-256, in hexadecimal, of the document signed or the statement shown
 * @param locale BCP 47 tag of the language in which the person was asked
 * @param collectedBy the system, shop or member of staff that asked; may be personal data
 */
public record Evidence(
        Channel channel,
        ConsentForm form,
        @Nullable String statementSha256,
        @Nullable String locale,
        @Nullable String collectedBy) {

    Evidence with(PersonalData personal) {
        return new Evidence(channel, form, personal.statementSha256(), personal.locale(), personal.collectedBy());
    }

    /** All that is personal about the answer to a question that was put to the subject. */
    PersonalData personalData(@Nullable String subject, Giver giver) {
        return new PersonalData(
                subject, statementSha256, locale, collectedBy, giver.reference(), giver.authority(), null, null);
    }
}
