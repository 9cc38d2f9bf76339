package org.consentledger.query.report.recipient;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
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
 * What one recipient got in a period, in numbers.
 *
 * @param name as it was registered
 * @param country ISO 3166-1 alpha-2 code of the country where the data goes
 * @param retiredAt world time from which no data may go there any more, UTC; null while in use
 * @param asOf when it was made, UTC
 * @param position how far the ledger was read
 * @param checkpoint covers everything up to that position
 * @param from beginning (inclusive) in world time, UTC
 * @param to end (exclusive) in world time, UTC
 * @param bucket what the period is divided into
 * @param safeguards recorded ones that stood at some time of the period, and what the law says of the country
 * @param subjects to how many different subjects the data belonged that were sent
 * @param transfers all of them
 * @param purposes by purpose code
 * @param grounds what transfers rested on, the most frequent first
 * @param categories of the data that were sent, the most frequent first; a transfer counts under each of its categories
 * @param refusals reasons, the most frequent first; null if the caller is not told of refusals
 * @param findings what the rules found wrong with reports, the most frequent first
 * @param timeline transfers in each part of the period
 */
public record RecipientReport(
        Controller controller,
        String recipient,
        String name,
        @JsonProperty("class") RecipientClass recipientClass,
        String country,
        @Nullable Instant retiredAt,
        Instant asOf,
        long position,
        CheckpointView checkpoint,
        Instant from,
        Instant to,
        Bucket bucket,
        List<SafeguardInPeriod> safeguards,
        long subjects,
        TransferFigures transfers,
        List<PurposeTransfers> purposes,
        List<GroundTransfers> grounds,
        List<CategoryTransfers> categories,
        @Nullable List<ReasonTransfers> refusals,
        List<ReasonTransfers> findings,
        List<RecipientPart> timeline) {

    /**
     * Something that could make transfers to this recipient legitimate in the period. Times are world time, UTC.
     *
     * @param framework the certification framework; null unless kind is CERTIFICATION
     * @param reference of the recipient's document, or the citation of the decision that it rests on
     * @param validFrom beginning (inclusive)
     * @param validUntil end (exclusive); null for no end
     * @param withdrawnAt from when it was withdrawn; null while it stands
     * @param foundations what the legal register says of what it rests on; empty for clauses and binding corporate rules
     */
    public record SafeguardInPeriod(
            SafeguardKind kind,
            @Nullable String framework,
            String reference,
            Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Instant withdrawnAt,
            List<Foundation> foundations) {}

    /**
     * An adequacy decision, or a framework.
     *
     * @param source citation
     * @param from first day
     * @param until first day on which it had run out or was repealed; null for no end
     * @param invalidatedOn day on which it was struck down; null if it was not
     */
    public record Foundation(
            String source,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate invalidatedOn) {}

    /**
     * Transfers for one purpose.
     *
     * @param subjects to how many different subjects the data belonged that were sent for it
     */
    public record PurposeTransfers(String purpose, long subjects, TransferFigures transfers) {}

    /**
     * Transfers that rested on the same ground.
     *
     * @param basis what makes the purpose lawful
     * @param safeguard null within the home area
     * @param reference of the safeguard; null within the home area
     */
    public record GroundTransfers(
            String basis,
            @Nullable SafeguardKind safeguard,
            @Nullable String framework,
            @Nullable String reference,
            long transfers) {}

    /** Transfers of data of one category. */
    public record CategoryTransfers(String category, long transfers) {}

    /** Transfers that have this reason; a transfer may have several. */
    public record ReasonTransfers(Reason reason, long transfers) {}

    /** Transfers from a moment (inclusive) to another one (exclusive), UTC. */
    public record RecipientPart(Instant from, Instant to, TransferFigures transfers) {}
}
