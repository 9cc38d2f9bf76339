package org.consentledger.notice;

import java.time.Period;
import java.util.List;
import org.consentledger.recipient.RecipientClass;
import org.jspecify.annotations.Nullable;

/**
 * One use of data in a notice.
 *
 * @param form what the purpose demands of a consent
 * @param crossBorderConsent the purpose whose explicit consent is needed as well when data leaves the home area; null if
 *     the notice asks for none
 * @param validFor how long a consent lasts, counted in UTC; null for no limit
 */
public record Purpose(
        String purpose,
        Basis basis,
        ConsentForm form,
        List<String> dataCategories,
        List<RecipientClass> recipientClasses,
        @Nullable String crossBorderConsent,
        @Nullable Period validFor) {

    public Purpose {
        dataCategories = List.copyOf(dataCategories);
        recipientClasses = List.copyOf(recipientClasses);
    }
}
