package org.consentledger.query.report.transfers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.transfer.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Transfers, counted.
 *
 * @param all of them
 * @param byPurpose by purpose code, in its order
 * @param byRecipient by recipient code, in its order
 * @param byPart one for each part of the period, in order of time
 * @param grounds what permitted ones, and reported ones without findings, rested on, the most frequent first
 * @param categories of the data that were sent, the most frequent first; a transfer counts under each of its categories
 * @param reasons of refusals, the most frequent first; a refusal counts under each of its reasons
 * @param findings of reports, the most frequent first; a report counts under each of its findings
 */
public record TransferSums(
        TransferFigures all,
        SequencedMap<String, TransferFigures> byPurpose,
        SequencedMap<String, TransferFigures> byRecipient,
        List<TransferFigures> byPart,
        List<GroundSum> grounds,
        SequencedMap<String, Long> categories,
        SequencedMap<Reason, Long> reasons,
        SequencedMap<Reason, Long> findings) {

    /**
     * Transfers that rested on the same ground.
     *
     * @param safeguard null within the home area
     * @param reference of the safeguard; null within the home area
     */
    public record GroundSum(
            String basis,
            @Nullable SafeguardKind safeguard,
            @Nullable String framework,
            @Nullable String reference,
            long transfers) {}

    /** How many rested on each kind of safeguard; those within the home area are left out. */
    public Map<SafeguardKind, Long> bySafeguard() {
        var sums = new EnumMap<SafeguardKind, Long>(SafeguardKind.class);
        grounds.forEach(ground -> {
            if (ground.safeguard() != null) {
                sums.merge(ground.safeguard(), ground.transfers(), Long::sum);
            }
        });
        return sums;
    }
}
