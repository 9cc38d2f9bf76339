package org.consentledger.query.webhook;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.query.webhook.sending.Attempt;
import org.consentledger.query.webhook.sending.Receivers;
import org.consentledger.query.webhook.sending.Secret;
import org.springframework.stereotype.Component;

/** Tries dead letters once more that somebody asked for, whatever comes after them in the ledger. */
@Component
class Redeliveries {

    private final DeadLetterRows letters;
    private final LedgerReader ledger;
    private final Outgoing outgoing;
    private final Receivers receivers;
    private final DeliveryCounters counters;

    Redeliveries(
            DeadLetterRows letters,
            LedgerReader ledger,
            Outgoing outgoing,
            Receivers receivers,
            DeliveryCounters counters) {
        this.letters = letters;
        this.ledger = ledger;
        this.outgoing = outgoing;
        this.receivers = receivers;
        this.counters = counters;
    }

    /** @param mayGoOn asked before each attempt */
    void tryAll(Webhook webhook, List<Secret> secrets, BooleanSupplier mayGoOn) throws InterruptedException {
        for (var position : letters.asked(webhook.id())) {
            if (!mayGoOn.getAsBoolean()) {
                return;
            }
            for (var event : ledger.at(List.of(position))) {
                outgoing.enter(webhook, event);
                switch (receivers.send(webhook.url(), outgoing.message(webhook, secrets, event))) {
                    case Attempt.Delivered _ -> {
                        counters.count(DeliveryCounters.Outcome.DELIVERED);
                        letters.remove(webhook.id(), position);
                    }
                    case Attempt.Failed failed -> {
                        counters.count(DeliveryCounters.Outcome.DEAD_LETTER);
                        letters.failedAgain(webhook.id(), position, failed);
                    }
                }
            }
        }
    }
}
