package org.consentledger.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Data of one subject going to one recipient for one purpose.
 *
 * @param subject upstream's reference for the person; personal data
 * @param occurredAt world time of the transfer, UTC
 * @param reference upstream's own reference for it; may be personal data
 */
public record Transfer(
        String subject,
        String recipient,
        String purpose,
        List<String> dataCategories,
        Instant occurredAt,
        @Nullable String reference) {

    public Transfer {
        dataCategories = List.copyOf(dataCategories);
    }
}
