package org.consentledger.query.webhook;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.consentledger.query.webhook.sending.Attempt;
import org.consentledger.query.webhook.sending.Secret;
import org.jspecify.annotations.Nullable;

/**
 * When dead letters of one webhook are tried once more: by turns with what is new, so that many of them, or a receiver that hangs,
 * keep that waiting for one attempt and no longer. Of the one thread that delivers.
 */
final class LetterTurns {

    /** After so long no other attempt begins in the same turn. */
    private static final long TURN_NANOS = Duration.ofSeconds(1).toNanos();

    private final Redeliveries redeliveries;
    private final Backoff backoff;
    private int revision = -1;
    private int failures;
    private boolean isMore;
    private long notBeforeNanos;

    LetterTurns(Redeliveries redeliveries, Backoff backoff) {
        this.redeliveries = redeliveries;
        this.backoff = backoff;
    }

    /** Whether letters wait, and may be tried now. */
    boolean isDue() {
        return isMore && System.nanoTime() - notBeforeNanos >= 0;
    }

    /**
     * Tries some, if it is their turn: whenever somebody changed what is to be done, and later as long as some are left.
     *
     * @param mayGoOn asked before each attempt
     * @return the answer by which the receiver is to be left alone; null without one
     */
    Attempt.@Nullable Failed take(Webhook webhook, List<Secret> secrets, BooleanSupplier mayGoOn)
            throws InterruptedException {
        if (revision != webhook.revision()) {
            failures = 0;
        } else if (!isDue()) {
            return null;
        }
        var begin = System.nanoTime();
        var round = redeliveries.next(
                webhook, secrets, () -> mayGoOn.getAsBoolean() && System.nanoTime() - begin < TURN_NANOS);
        revision = webhook.revision();
        isMore = round.isMore();
        notBeforeNanos = System.nanoTime();
        if (round.ended() instanceof Attempt.Postponed postponed) {
            failures++;
            notBeforeNanos += backoff.after(failures, postponed.notBefore()).toNanos();
        } else {
            failures = 0;
        }
        return round.ended();
    }
}
