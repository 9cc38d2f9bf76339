package org.consentledger.transfer;

import java.time.Instant;
import java.util.List;
import org.consentledger.subject.SubjectCommand;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Data of the subject is about to go, or went, to a recipient.
 *
 * @param subject upstream's reference for the person; personal data
 * @param occurredAt world time of the transfer, UTC
 * @param reference upstream's own reference for it; may be personal data
 */
public record RecordTransfer(
        SubjectId subjectId,
        String subject,
        String recipient,
        String purpose,
        List<String> dataCategories,
        Intent intent,
        Instant occurredAt,
        @Nullable String reference)
        implements SubjectCommand {

    public RecordTransfer {
        dataCategories = List.copyOf(dataCategories);
    }

    TransferQuestion question() {
        return new TransferQuestion(recipient, purpose, dataCategories, intent, occurredAt);
    }
}
