package org.consentledger.query.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.consentledger.ledger.keyring.WrappedKey;
import org.consentledger.query.webhook.sending.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A receiver, what it is sent, and how far that has come. Times are the database's, UTC.
 *
 * @param clientId the OAuth client that asked for it
 * @param principal for whom that acted; null if its token did not say
 * @param purposeOfAccess why personal data are sent; null if none are
 * @param position up to here all is dealt with
 * @param attempts failed ones to deliver the next event
 * @param nextAttemptIn how long to wait with the next one, when the row was read; null if not at all
 * @param revision changes when somebody changes what is to be done
 * @param previous the secret before, as long as it signs beside the other
 * @param deadLetters how many events could not be delivered
 */
record Webhook(
        UUID id,
        Instant createdAt,
        String clientId,
        @Nullable String principal,
        URI url,
        EventChoice choice,
        boolean personalData,
        @Nullable String purposeOfAccess,
        WrappedKey secret,
        @Nullable WrappedKey previous,
        @Nullable Instant previousUntil,
        WebhookState state,
        long position,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Duration nextAttemptIn,
        @Nullable Instant failingSince,
        @Nullable Failure failure,
        @Nullable Integer failureStatus,
        long delivered,
        @Nullable Instant deliveredAt,
        int revision,
        long deadLetters) {

    /** Neither secrets nor the address, which may hold one. */
    @Override
    public String toString() {
        return "webhook " + id;
    }
}
