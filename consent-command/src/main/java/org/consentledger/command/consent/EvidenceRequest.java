package org.consentledger.command.consent;

import jakarta.validation.constraints.NotNull;
import org.consentledger.command.http.Touched;
import org.consentledger.consent.Evidence;
import org.consentledger.http.field.FreeText;
import org.consentledger.http.field.LanguageTag;
import org.consentledger.http.field.Sha256Hex;
import org.consentledger.notice.ConsentForm;
import org.consentledger.subject.Channel;
import org.jspecify.annotations.Nullable;

/** How a yes or no was collected, as callers write it. */
record EvidenceRequest(
        @NotNull Channel channel,
        @NotNull ConsentForm form,
        @Nullable @Sha256Hex String statementSha256,
        @Nullable @LanguageTag String locale,
        @Nullable @FreeText(max = 200) String collectedBy) {

    /** Who collected it is the source system that the caller may speak for. */
    Touched touched() {
        return Touched.source(collectedBy, "/evidence/collectedBy");
    }

    Evidence toEvidence() {
        return new Evidence(channel, form, statementSha256, locale, collectedBy);
    }
}
