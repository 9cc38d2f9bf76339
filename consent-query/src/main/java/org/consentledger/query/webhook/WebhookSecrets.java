package org.consentledger.query.webhook;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.ledger.keyring.KeyEncryptionKeys;
import org.consentledger.ledger.keyring.UnsealingException;
import org.consentledger.ledger.keyring.WrappedKey;
import org.consentledger.query.webhook.sending.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps secrets encrypted with the ledger's key-encryption key: a copy of the database signs nothing. */
@Component
class WebhookSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSecrets.class);

    private final KeyEncryptionKeys keks;
    private final WebhookRows rows;

    WebhookSecrets(KeyEncryptionKeys keks, WebhookRows rows) {
        this.keks = keks;
        this.rows = rows;
    }

    WrappedKey wrapped(UUID webhook, Secret secret) {
        return keks.wrapSecret(secret.bytes(), owner(webhook));
    }

    /**
     * Those that sign now, the newest first.
     *
     * @throws UnsealingException if the key-encryption key that they were encrypted with is not at hand
     */
    List<Secret> of(Webhook webhook) {
        return Stream.concat(Stream.of(webhook.secret()), Stream.ofNullable(webhook.previous()))
                .map(wrapped -> Secret.of(keks.unwrapSecret(wrapped, owner(webhook.id()))))
                .toList();
    }

    /** Brings all over to the key-encryption key in use, so that the one before can go. */
    void rewrap() {
        rows.all().stream()
                .filter(webhook -> Stream.concat(Stream.of(webhook.secret()), Stream.ofNullable(webhook.previous()))
                        .anyMatch(wrapped -> !keks.isCurrent(wrapped)))
                .forEach(this::rewrap);
    }

    private void rewrap(Webhook webhook) {
        var previous = webhook.previous();
        try {
            rows.rewrap(
                    webhook,
                    rewrapped(webhook.id(), webhook.secret()),
                    previous == null ? null : rewrapped(webhook.id(), previous));
        } catch (UnsealingException e) {
            LOG.warn("the secret of webhook {} stays as it is: {}", webhook.id(), e.getMessage());
        }
    }

    private WrappedKey rewrapped(UUID webhook, WrappedKey wrapped) {
        return keks.wrapSecret(keks.unwrapSecret(wrapped, owner(webhook)), owner(webhook));
    }

    private static String owner(UUID webhook) {
        return "webhook/" + webhook;
    }
}
