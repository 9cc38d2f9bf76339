package org.consentledger.query.decision;

import java.time.Instant;
import java.util.List;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the rules would say of a transfer. Nothing was recorded, and nothing may be transferred on the strength of it.
 *
 * @param reasons every reason that applies; empty if permitted
 * @param ground null if refused
 * @param asOf world time of the transfer asked about, UTC
 * @param cataloguePosition last event about a notice or a recipient that was known
 * @param position how far the ledger was read
 */
record DecisionView(
        Verdict verdict,
        List<Reason> reasons,
        @Nullable Ground ground,
        Instant asOf,
        long cataloguePosition,
        long position) {}
