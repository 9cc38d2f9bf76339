package org.consentledger.query.webhook;

import java.time.Instant;
import org.consentledger.query.webhook.sending.Failure;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be delivered. What is in it stays in the ledger.
 *
 * @param position its place in the ledger, which names the dead letter too
 * @param type the event's stable name
 * @param attempts how many failed
 * @param failure why the last one did
 * @param failureStatus HTTP status of the receiver's answer to it; null without one
 * @param failedAt when it failed, UTC
 * @param redeliveryAskedAt when somebody asked for one more attempt that is still to be made, UTC; null if nobody did
 */
record DeadLetterView(
        long position,
        String eventId,
        String type,
        int attempts,
        Failure failure,
        @Nullable Integer failureStatus,
        Instant failedAt,
        @Nullable Instant redeliveryAskedAt) {}
