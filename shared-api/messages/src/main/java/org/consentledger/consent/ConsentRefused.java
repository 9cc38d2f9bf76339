package org.consentledger.consent;

import java.time.Instant;
import org.consentledger.subject.Giver;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The subject was asked for one purpose and said no.
 *
 * @param subject upstream's reference for the person; personal data, null once erased
 * @param collectedAt world time of the refusal, UTC
 */
public record ConsentRefused(
        SubjectId subjectId,
        @Nullable String subject,
        String purpose,
        String notice,
        String noticeVersion,
        Evidence evidence,
        Giver giver,
        Instant collectedAt)
        implements ConsentEvent {

    @Override
    public PersonalData personalData() {
        return evidence.personalData(subject, giver);
    }

    @Override
    public ConsentRefused with(PersonalData personal) {
        return new ConsentRefused(
                subjectId,
                personal.subject(),
                purpose,
                notice,
                noticeVersion,
                evidence.with(personal),
                giver.with(personal),
                collectedAt);
    }
}
