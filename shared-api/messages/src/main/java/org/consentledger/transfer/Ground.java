package org.consentledger.transfer;

import org.consentledger.notice.Basis;
import org.consentledger.recipient.SafeguardKind;
import org.jspecify.annotations.Nullable;

/**
 * Why a transfer was permitted.
 *
 * @param consentEventId the consent it rests on; null where the basis needs none
 * @param safeguard what covers the third country; null within the home area
 * @param crossBorderConsentEventId the consent to cross-border transfer it rests on; null where none is needed
 */
public record Ground(
        Basis basis,
        @Nullable String consentEventId,
        @Nullable SafeguardUsed safeguard,
        String notice,
        String noticeVersion,
        @Nullable String crossBorderConsentEventId) {

    /**
     * What covered the third country.
     *
     * @param framework the certification framework; null unless kind is CERTIFICATION
     * @param reference of the recipient's safeguard, or the citation of the adequacy decision
     */
    public record SafeguardUsed(
            SafeguardKind kind, String reference, @Nullable String framework) {}
}
