package org.consentledger.consent;

import java.time.Instant;
import java.util.List;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectCommand;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The subject takes consent back. Accepted whether or not a consent is known yet: the form may still be in the post.
 *
 * @param subject upstream's reference for the person; personal data
 * @param purposes purpose codes, or the single {@link ConsentRevoked#EVERY_PURPOSE}
 * @param revokedAt world time of the revocation, UTC
 */
public record RevokeConsent(
        SubjectId subjectId,
        String subject,
        List<String> purposes,
        @Nullable Channel channel,
        Giver giver,
        Instant revokedAt)
        implements SubjectCommand {

    public RevokeConsent {
        purposes = List.copyOf(purposes);
    }
}
