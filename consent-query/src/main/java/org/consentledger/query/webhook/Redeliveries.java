package org.consentledger.query.webhook;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.query.projection.LoggedCause;
import org.consentledger.query.webhook.sending.Attempt;
import org.consentledger.query.webhook.sending.Failure;
import org.consentledger.query.webhook.sending.Receivers;
import org.consentledger.query.webhook.sending.Secret;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tries dead letters once more that somebody asked for, whatever comes after them in the ledger. */
@Component
class Redeliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Redeliveries.class);

    private static final Attempt.Failed HINDERED = new Attempt.Postponed(Failure.LEDGER_FAILED, null, null);

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

    /**
     * How far it came.
     *
     * @param isMore whether there are letters that were not tried
     * @param ended the answer by which the receiver is to be left alone; null without one
     */
    record Round(boolean isMore, Attempt.@Nullable Failed ended) {}

    /**
     * Tries one after the other. Ends when the receiver is away or wants no more: the next letter would meet the same.
     *
     * @param mayGoOn asked before each attempt
     */
    Round next(Webhook webhook, List<Secret> secrets, BooleanSupplier mayGoOn) throws InterruptedException {
        var left = new ArrayDeque<>(letters.asked(webhook.id()));
        while (!left.isEmpty() && mayGoOn.getAsBoolean()) {
            switch (send(webhook, secrets, left.remove())) {
                case Attempt.Postponed postponed -> {
                    return new Round(!left.isEmpty(), postponed);
                }
                case Attempt.Gone gone -> {
                    return new Round(!left.isEmpty(), gone);
                }
                case null, default -> {}
            }
        }
        return new Round(!left.isEmpty(), null);
    }

    /** Null if nothing was sent. */
    private @Nullable Attempt send(Webhook webhook, List<Secret> secrets, long position) throws InterruptedException {
        Attempt attempt = null;
        try {
            for (var event : ledger.at(List.of(position))) {
                outgoing.enter(webhook, event);
                attempt = receivers.send(webhook.url(), outgoing.message(webhook, secrets, event));
            }
        } catch (RuntimeException e) {
            // what is wrong with one letter keeps neither the others nor what is new
            LOG.warn(
                    "webhook {}: the dead letter at position {} was not sent: {}",
                    webhook.id(),
                    position,
                    LoggedCause.of(e));
            letters.failedAgain(webhook.id(), position, HINDERED);
        }
        switch (attempt) {
            case Attempt.Delivered _ -> {
                counters.count(DeliveryCounters.Outcome.DELIVERED);
                letters.remove(webhook.id(), position);
            }
            case Attempt.Failed failed -> {
                counters.count(
                        failed instanceof Attempt.Gone
                                ? DeliveryCounters.Outcome.GONE
                                : DeliveryCounters.Outcome.DEAD_LETTER);
                letters.failedAgain(webhook.id(), position, failed);
            }
            case null -> {}
        }
        return attempt;
    }
}
