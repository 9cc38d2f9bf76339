package org.consentledger.query.webhook;

/**
 * A webhook and its secret, which is told this once.
 *
 * @param secret for the receiver to check signatures with: {@code whsec_} and the key in Base64
 */
record CreatedWebhook(WebhookView webhook, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "webhook " + webhook.id();
    }
}
