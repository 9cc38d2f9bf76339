package org.consentledger.query.recipient;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.Safeguard;
import org.jspecify.annotations.Nullable;

/**
 * A recipient as its events add up.
 *
 * @param country ISO 3166-1 alpha-2 code of the country where the data goes
 * @param safeguards all ever recorded, withdrawn ones included
 * @param retiredAt world time from which no data may go there any more, UTC; null while in use
 */
record RecipientView(
        String recipient,
        String name,
        @JsonProperty("class") RecipientClass recipientClass,
        String country,
        List<Safeguard> safeguards,
        @Nullable Instant retiredAt) {

    static RecipientView of(Recipient recipient) {
        return new RecipientView(
                recipient.recipient(),
                recipient.name(),
                recipient.recipientClass(),
                recipient.country(),
                recipient.safeguards(),
                recipient.retiredAt());
    }
}
