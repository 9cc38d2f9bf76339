package org.consentledger.objection;

import java.time.Instant;
import java.util.List;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectCommand;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The subject takes an objection back.
 *
 * @param subject upstream's reference for the person; personal data
 * @param withdrawnAt world time of the withdrawal, UTC
 */
public record WithdrawObjection(
        SubjectId subjectId,
        String subject,
        List<String> purposes,
        @Nullable Channel channel,
        Giver giver,
        Instant withdrawnAt)
        implements SubjectCommand {

    public WithdrawObjection {
        purposes = List.copyOf(purposes);
    }
}
