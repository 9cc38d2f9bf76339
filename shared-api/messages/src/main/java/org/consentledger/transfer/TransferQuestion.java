package org.consentledger.transfer;

import java.time.Instant;
import java.util.List;

/**
 * May this recipient get these data for this purpose?
 *
 * @param intent whether it is asked before it happens, or after
 * @param at world time of the transfer, UTC
 */
public record TransferQuestion(
        String recipient, String purpose, List<String> dataCategories, Intent intent, Instant at) {

    public TransferQuestion {
        dataCategories = List.copyOf(dataCategories);
    }
}
