package org.consentledger.query.transfer;

import java.time.Instant;
import java.util.List;
import org.consentledger.query.citation.EventCited;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Verdict;

/**
 * A transfer that lies between two moments.
 *
 * @param reasons of a refusal, or findings of a report
 * @param occurredAt world time, UTC
 * @param learnt whether it lies before the earlier world time and became known between the two ledger times
 */
public record TransferBetween(
        EventCited event,
        String recipient,
        String purpose,
        List<String> dataCategories,
        Intent intent,
        Verdict verdict,
        List<Reason> reasons,
        Instant occurredAt,
        boolean learnt) {}
