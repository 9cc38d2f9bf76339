package org.consentledger.query.report.overview;

import java.time.Instant;
import java.util.List;
import org.consentledger.query.log.CheckpointView;
import org.consentledger.query.report.Controller;
import org.consentledger.query.report.period.Bucket;
import org.consentledger.query.report.transfers.TransferFigures;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.transfer.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a controller did with consents and transfers in a period, in numbers.
 *
 * @param asOf when it was made, UTC; notices and recipients are those known then
 * @param position how far the ledger was read
 * @param checkpoint the newest one when it was made
 * @param from beginning (inclusive) in world time, UTC
 * @param to end (exclusive) in world time, UTC
 * @param bucket what the period is divided into
 * @param consents by purpose code
 * @param transfers of all recipients
 * @param timeline transfers in each part of the period
 * @param byClass by class of recipients
 * @param byCountry by country of recipients
 * @param bySafeguard transfers that rested on a safeguard, by kind
 * @param refusals reasons, the most frequent first
 * @param findings what the rules found wrong with reports, the most frequent first
 */
public record Overview(
        Controller controller,
        Instant asOf,
        long position,
        CheckpointView checkpoint,
        Instant from,
        Instant to,
        Bucket bucket,
        List<PurposeOverview> consents,
        TransferFigures transfers,
        List<TransferPart> timeline,
        List<ClassFigures> byClass,
        List<CountryFigures> byCountry,
        List<SafeguardFigures> bySafeguard,
        List<ReasonFigures> refusals,
        List<ReasonFigures> findings) {

    /**
     * Consents to one purpose.
     *
     * @param whole the whole period
     * @param parts in order of time
     */
    public record PurposeOverview(String purpose, ConsentFigures whole, List<ConsentFigures> parts) {}

    /** Transfers from a moment (inclusive) to another one (exclusive), UTC. */
    public record TransferPart(Instant from, Instant to, TransferFigures transfers) {}

    /**
     * Transfers to recipients of one class.
     *
     * @param recipientClass null for recipients that the ledger does not know
     */
    public record ClassFigures(@Nullable RecipientClass recipientClass, TransferFigures transfers) {}

    /**
     * Transfers to recipients in one country.
     *
     * @param country ISO 3166-1 alpha-2; null for recipients that the ledger does not know
     */
    public record CountryFigures(@Nullable String country, TransferFigures transfers) {}

    /**
     * Transfers that rested on one kind of safeguard.
     *
     * @param transfers permitted, or reported without findings
     */
    public record SafeguardFigures(SafeguardKind safeguard, long transfers) {}

    /**
     * Transfers with one reason.
     *
     * @param transfers that have this reason; a transfer may have several
     */
    public record ReasonFigures(Reason reason, long transfers) {}
}
