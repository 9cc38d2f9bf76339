package org.consentledger.query.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.consentledger.ledger.keyring.WrappedKey;
import org.jspecify.annotations.Nullable;

/** A webhook as it stands in its row, for tests that have no database. */
final class PlantedWebhook {

    static final UUID ID = new UUID(1, 1);

    private PlantedWebhook() {}

    static Webhook of(int revision, WrappedKey secret, @Nullable WrappedKey previous) {
        return new Webhook(
                ID,
                Instant.EPOCH,
                "client",
                null,
                URI.create("https://receiver.invalid/"),
                new EventChoice(null, null, null),
                false,
                null,
                secret,
                previous,
                null,
                WebhookState.ACTIVE,
                -1,
                0,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                revision,
                0);
    }
}
