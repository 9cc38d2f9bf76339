package org.consentledger.objection;

import java.time.Instant;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The subject objected to one purpose (GDPR Art. 21(1) to (3)).
 *
 * @param subject upstream's reference for the person; personal data, null once erased
 * @param objectedAt world time from which the objection stands (inclusive), UTC
 */
public record ProcessingObjected(
        SubjectId subjectId,
        @Nullable String subject,
        String purpose,
        @Nullable Channel channel,
        Giver giver,
        Instant objectedAt)
        implements ObjectionEvent {
    @Override
    public PersonalData personalData() {
        return PersonalData.of(subject, giver);
    }

    @Override
    public ProcessingObjected with(PersonalData personal) {
        return new ProcessingObjected(
                subjectId, personal.subject(), purpose, channel, giver.with(personal), objectedAt);
    }
}
