package org.consentledger.query.webhook;

import org.consentledger.query.projection.LedgerHead;
import org.consentledger.query.webhook.sending.Receivers;

/** What every delivery works with. */
record DeliveryMeans(
        DeliveryRows rows,
        WebhookSecrets secrets,
        NextEvents next,
        LedgerHead head,
        Outgoing outgoing,
        Receivers receivers,
        Redeliveries redeliveries,
        DeliveryCounters counters,
        Backoff backoff,
        int attemptsMax) {}
