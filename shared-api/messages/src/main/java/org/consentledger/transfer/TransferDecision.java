package org.consentledger.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a transfer.
 *
 * @param reasons every reason that applies, in the order of {@link Reason}; empty if permitted
 * @param ground null if refused
 */
public record TransferDecision(
        Verdict verdict, List<Reason> reasons, @Nullable Ground ground) {

    public TransferDecision {
        reasons = List.copyOf(reasons);
    }
}
