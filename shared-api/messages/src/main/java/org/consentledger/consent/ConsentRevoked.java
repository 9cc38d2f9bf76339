package org.consentledger.consent;

import java.time.Instant;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The subject took consent back (GDPR Art. 7(3)).
 *
 * @param subject upstream's reference for the person; personal data, null once erased
 * @param purpose the purpose code, or {@link #EVERY_PURPOSE}: it then ends every consent of an earlier world time, those
 *     that arrive later included
 * @param revokedAt world time of the revocation, UTC
 */
public record ConsentRevoked(
        SubjectId subjectId,
        @Nullable String subject,
        String purpose,
        @Nullable Channel channel,
        Giver giver,
        Instant revokedAt)
        implements ConsentEvent {

    /** Stands for every purpose there is. */
    public static final String EVERY_PURPOSE = "*";

    @Override
    public PersonalData personalData() {
        return PersonalData.of(subject, giver);
    }

    @Override
    public ConsentRevoked with(PersonalData personal) {
        return new ConsentRevoked(subjectId, personal.subject(), purpose, channel, giver.with(personal), revokedAt);
    }
}
