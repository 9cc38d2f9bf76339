package org.consentledger.query.webhook;

import java.util.List;

/**
 * All webhooks that the caller may see.
 *
 * @param webhooks the oldest first
 */
record WebhooksView(List<WebhookView> webhooks) {}
