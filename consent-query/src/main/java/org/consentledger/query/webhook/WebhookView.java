package org.consentledger.query.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.query.webhook.sending.Failure;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook stands. Times are UTC.
 *
 * @param createdBy the OAuth client that asked for it
 * @param types of events that are sent; null for all
 * @param purposes that they are about, besides SubjectErased; null for all
 * @param recipients that they are about, besides SubjectErased; null for all
 * @param personalData whether what is personal in events is sent
 * @param purposeOfAccess why; null if it is not
 * @param position up to here every event was delivered, is a dead letter, or is none that the webhook is for
 * @param delivered how many events the receiver took
 * @param deliveredAt when it took the last one
 * @param attempts how many failed to deliver the next event
 * @param nextAttemptAt when that is tried again; null if it was not tried yet
 * @param failingSince of the first attempt that failed since one succeeded; null if none did, or if nothing waits any more
 * @param failure why the last one failed; null if it did not, or if nothing waits any more
 * @param failureStatus HTTP status of the receiver's answer to it; null without one
 * @param deadLetters how many events could not be delivered and were put aside
 * @param previousSecretUntil how long the secret before signs beside the newest; null if none does
 */
record WebhookView(
        UUID id,
        Instant createdAt,
        String createdBy,
        String url,
        @Nullable List<String> types,
        @Nullable List<String> purposes,
        @Nullable List<String> recipients,
        boolean personalData,
        @Nullable String purposeOfAccess,
        WebhookState state,
        long position,
        long delivered,
        @Nullable Instant deliveredAt,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant failingSince,
        @Nullable Failure failure,
        @Nullable Integer failureStatus,
        long deadLetters,
        @Nullable Instant previousSecretUntil) {

    static WebhookView of(Webhook webhook) {
        return new WebhookView(
                webhook.id(),
                webhook.createdAt(),
                webhook.clientId(),
                webhook.url().toString(),
                webhook.choice().types(),
                webhook.choice().purposes(),
                webhook.choice().recipients(),
                webhook.personalData(),
                webhook.purposeOfAccess(),
                webhook.state(),
                webhook.position(),
                webhook.delivered(),
                webhook.deliveredAt(),
                webhook.attempts(),
                webhook.nextAttemptAt(),
                webhook.failingSince(),
                webhook.failure(),
                webhook.failureStatus(),
                webhook.deadLetters(),
                webhook.previousUntil());
    }
}
