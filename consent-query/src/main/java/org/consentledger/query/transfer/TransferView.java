package org.consentledger.query.transfer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.subject.PersonalData;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One transfer as the ledger judged it when it was brought there.
 *
 * @param subject upstream's reference; null once the subject was erased
 * @param recipientClass null if the recipient is unknown
 * @param country of the recipient, ISO 3166-1 alpha-2; null if the recipient is unknown
 * @param reasons of a refusal, or findings of a report
 * @param occurredAt world time, UTC
 * @param recordedAt ledger time, UTC
 * @param reference upstream's own reference for the transfer; null if it gave none, or the subject was erased
 */
public record TransferView(
        String eventId,
        long position,
        String type,
        String subjectId,
        @Nullable String subject,
        String recipient,
        @Nullable RecipientClass recipientClass,
        @Nullable String country,
        String purpose,
        List<String> dataCategories,
        Intent intent,
        Verdict verdict,
        List<Reason> reasons,
        @Nullable Ground ground,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String reference) {

    /** What became of it. */
    @JsonIgnore
    public TransferKind kind() {
        return TransferKind.of(type, verdict);
    }

    TransferView with(PersonalData personal) {
        return new TransferView(
                eventId,
                position,
                type,
                subjectId,
                personal.subject(),
                recipient,
                recipientClass,
                country,
                purpose,
                dataCategories,
                intent,
                verdict,
                reasons,
                ground,
                occurredAt,
                recordedAt,
                personal.transferReference());
    }
}
