package org.consentledger.command.notice;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Period;
import java.util.List;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.ValidityPeriod;
import org.consentledger.notice.Basis;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Purpose;
import org.consentledger.recipient.RecipientClass;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** One use of data in a notice, as callers write it. */
record PurposeRequest(
        @NotNull @Code String purpose,
        @NotNull Basis basis,
        @NotNull ConsentForm form,
        @NotNull @Size(min = 1, max = 64) @UniqueElements List<@NotNull @Code String> dataCategories,
        @NotNull @Size(max = 9) @UniqueElements List<@NotNull RecipientClass> recipientClasses,
        @Nullable @Code String crossBorderConsent,
        @Nullable @ValidityPeriod String validFor) {

    Purpose toPurpose() {
        return new Purpose(
                purpose,
                basis,
                form,
                dataCategories,
                recipientClasses,
                crossBorderConsent,
                validFor == null ? null : Period.parse(validFor));
    }
}
