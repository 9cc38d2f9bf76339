package org.consentledger.objection;

import java.time.Instant;
import java.util.List;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectCommand;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The subject opts out of purposes that do not rest on consent.
 *
 * @param subject upstream's reference for the person; personal data
 * @param objectedAt world time of the objection, UTC
 */
public record ObjectToProcessing(
        SubjectId subjectId,
        String subject,
        List<String> purposes,
        @Nullable Channel channel,
        Giver giver,
        Instant objectedAt)
        implements SubjectCommand {

    public ObjectToProcessing {
        purposes = List.copyOf(purposes);
    }
}
