package org.consentledger.objection;

import java.time.Instant;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The subject took an objection to one purpose back.
 *
 * @param subject upstream's reference for the person; personal data, null once erased
 * @param withdrawnAt world time from which the objection no longer stands (inclusive), UTC
 */
public record ObjectionWithdrawn(
        SubjectId subjectId,
        @Nullable String subject,
        String purpose,
        @Nullable Channel channel,
        Giver giver,
        Instant withdrawnAt)
        implements ObjectionEvent {
    @Override
    public PersonalData personalData() {
        return PersonalData.of(subject, giver);
    }

    @Override
    public ObjectionWithdrawn with(PersonalData personal) {
        return new ObjectionWithdrawn(
                subjectId, personal.subject(), purpose, channel, giver.with(personal), withdrawnAt);
    }
}
