package org.consentledger.ledger.coalescing;

import org.jspecify.annotations.Nullable;

/** The round that was to answer a question failed, perhaps on another caller's thread. The cause says why. */
public final class CoalescedFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CoalescedFailureException(@Nullable Throwable cause) {
        super("the round failed", cause);
    }
}
