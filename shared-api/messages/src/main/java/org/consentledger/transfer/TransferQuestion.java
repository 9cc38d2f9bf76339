package org.consentledger.transfer;

import java.time.Instant;
import java.util.List;

/**
 * May this recipient get these data for this purpose?
 *
 * @param at world time of the transfer, UTC
 */
public record TransferQuestion(String recipient, String purpose, List<String> dataCategories, Instant at) {

    public TransferQuestion {
        dataCategories = List.copyOf(dataCategories);
    }
}
