package org.consentledger.transfer;

import java.time.Instant;
import java.util.List;
import org.consentledger.subject.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * Data of one subject going to one recipient for one purpose.
 *
 * @param subject upstream's reference for the person; personal data, null once erased
 * @param occurredAt world time of the transfer, UTC
 * @param reference upstream's own reference for it; may be personal data, null once erased
 */
public record Transfer(
        @Nullable String subject,
        String recipient,
        String purpose,
        List<String> dataCategories,
        Instant occurredAt,
        @Nullable String reference) {

    public Transfer {
        dataCategories = List.copyOf(dataCategories);
    }

    PersonalData personalData() {
        return new PersonalData(subject, null, null, null, null, null, reference, null);
    }

    Transfer with(PersonalData personal) {
        return new Transfer(
                personal.subject(), recipient, purpose, dataCategories, occurredAt, personal.transferReference());
    }
}
