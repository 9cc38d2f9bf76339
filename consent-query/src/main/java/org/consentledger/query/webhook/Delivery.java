package org.consentledger.query.webhook;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.consentledger.ledger.keyring.UnsealingException;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.projection.LoggedCause;
import org.consentledger.query.webhook.sending.Attempt;
import org.consentledger.query.webhook.sending.Failure;
import org.consentledger.query.webhook.sending.Secret;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one receiver, on a thread of its own, so that one that is away keeps nobody waiting. One event after the other, in
 * order of position; each until the receiver has it, or until it is put aside.
 */
final class Delivery implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** How long to wait after the database failed us, and how often to look whether others changed something. */
    private static final Duration STEP = Duration.ofSeconds(1);

    private static final Duration WITHOUT_SECRET = Duration.ofMinutes(1);

    private final UUID id;
    private final UUID node;
    private final DeliveryMeans means;
    private final LetterTurns letters;
    private final Semaphore news = new Semaphore(0);
    private volatile int revision;
    private volatile long heldUntilNanos;
    private volatile boolean isEnded;

    /** Of the one thread that delivers: what was written down of it need not be again. */
    private long entered = -1;

    /** As the row has it. */
    private boolean isFailing;

    /** @param revision of the webhook when the node took it: only another one is news */
    Delivery(UUID id, int revision, UUID node, DeliveryMeans means) {
        this.id = id;
        this.revision = revision;
        this.node = node;
        this.means = means;
        this.letters = new LetterTurns(means.redeliveries(), means.backoff());
    }

    /**
     * This node may go on.
     *
     * @param untilNanos by {@link System#nanoTime()}
     */
    void hold(int changed, long untilNanos) {
        var isNews = changed != revision;
        heldUntilNanos = untilNanos;
        revision = changed;
        if (isNews) {
            news.release();
        }
    }

    /** What is under way may end, and nothing more begins. */
    void end() {
        isEnded = true;
        news.release();
    }

    @Override
    public void run() {
        var isHindered = false;
        try {
            while (!isEnded) {
                try {
                    work();
                    isHindered = false;
                } catch (RuntimeException | Error e) {
                    // an error too: nobody else would hear of it
                    if (!isHindered && !isEnded) {
                        LOG.warn("webhook {} waits: {}", id, LoggedCause.of(e));
                    }
                    isHindered = true;
                    pause(STEP);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() throws InterruptedException {
        var held = means.rows().held(id, node);
        if (held.isEmpty() || !isUpToDate(held.get())) {
            pause(STEP);
            return;
        }
        try {
            attend(held.get());
        } catch (RuntimeException | Error e) {
            tellOf(e, held.get());
            throw e;
        }
    }

    private void attend(Webhook webhook) throws InterruptedException {
        List<Secret> secrets;
        try {
            secrets = means.secrets().of(webhook);
        } catch (UnsealingException e) {
            postpone(webhook, webhook.attempts(), Failure.SECRET_UNREADABLE, null, WITHOUT_SECRET);
            pause(webhook, WITHOUT_SECRET);
            return;
        }
        if (redeliver(webhook, secrets)) {
            deliver(webhook, secrets);
        }
    }

    /** So that whoever looks at webhooks, and the alert, know of it. If the database is what failed, its own alert does. */
    private void tellOf(Throwable hindrance, Webhook webhook) {
        try {
            means.rows().hindered(webhook, node);
        } catch (RuntimeException e) {
            hindrance.addSuppressed(e);
        }
    }

    /** Whether what is new may follow. */
    private boolean redeliver(Webhook webhook, List<Secret> secrets) throws InterruptedException {
        var ended = letters.take(webhook, secrets, () -> isUpToDate(webhook));
        if (ended instanceof Attempt.Gone gone) {
            endAsGone(webhook, gone);
            return false;
        }
        if (ended instanceof Attempt.Postponed postponed && postponed.notBefore() != null) {
            var delay = means.backoff().after(1, postponed.notBefore());
            if (postpone(webhook, webhook.attempts(), postponed.failure(), postponed.status(), delay)) {
                pause(webhook, delay);
            }
            return false;
        }
        return true;
    }

    private boolean isUpToDate(Webhook webhook) {
        return !isEnded && webhook.revision() == revision && System.nanoTime() - heldUntilNanos < 0;
    }

    private void deliver(Webhook webhook, List<Secret> secrets) throws InterruptedException {
        var position = webhook.position();
        var saved = position;
        var savedNanos = System.nanoTime();
        var failures = webhook.attempts();
        isFailing = webhook.failingSince() != null;
        if (webhook.nextAttemptIn() != null) {
            pause(webhook, webhook.nextAttemptIn());
        }
        while (isUpToDate(webhook)) {
            var found = means.next().after(webhook, position);
            for (var event : found.items()) {
                if (!deliver(webhook, secrets, event, failures)) {
                    return;
                }
                failures = 0;
                saved = event.position();
                savedNanos = System.nanoTime();
            }
            position = found.upTo();
            var isTurnOfLetters = letters.isDue();
            var isMore = !isTurnOfLetters && means.head().awaitBeyond(position, STEP);
            // of what is not for the receiver, one note for many events will do
            var isNoteDue = position > saved && (!isMore || System.nanoTime() - savedNanos >= STEP.toNanos());
            if (isNoteDue || (isFailing && !isMore && !isTurnOfLetters)) {
                if (!means.rows().passed(webhook, node, position)) {
                    return;
                }
                isFailing = false;
                saved = position;
                savedNanos = System.nanoTime();
            }
            if (isTurnOfLetters) {
                return;
            }
        }
    }

    /** Whether it is dealt with, and the next one is to be delivered under the same circumstances. */
    private boolean deliver(Webhook webhook, List<Secret> secrets, RecordedEvent event, int failedBefore)
            throws InterruptedException {
        var failures = failedBefore;
        while (isUpToDate(webhook)) {
            if (entered != event.position()) {
                means.outgoing().enter(webhook, event);
                entered = event.position();
            }
            var message = means.outgoing().message(webhook, secrets, event);
            switch (means.receivers().send(webhook.url(), message)) {
                case Attempt.Delivered _ -> {
                    means.counters().count(DeliveryCounters.Outcome.DELIVERED);
                    isFailing = false;
                    return means.rows().delivered(webhook, node, event.position());
                }
                case Attempt.Refused refused -> {
                    return putAside(webhook, event, failures + 1, refused);
                }
                case Attempt.Gone gone -> {
                    means.counters().count(DeliveryCounters.Outcome.GONE);
                    endAsGone(webhook, gone);
                    return false;
                }
                case Attempt.Postponed postponed -> {
                    failures++;
                    if (failures >= means.attemptsMax()) {
                        return putAside(webhook, event, failures, postponed);
                    }
                    means.counters().count(DeliveryCounters.Outcome.POSTPONED);
                    var delay = means.backoff().after(failures, postponed.notBefore());
                    if (!postpone(webhook, failures, postponed.failure(), postponed.status(), delay)) {
                        return false;
                    }
                    pause(webhook, delay);
                }
            }
        }
        return false;
    }

    private void endAsGone(Webhook webhook, Attempt.Gone gone) {
        if (means.rows().gone(webhook, node, gone)) {
            LOG.warn("webhook {} is gone: its receiver wants no more", id);
        }
    }

    private boolean putAside(Webhook webhook, RecordedEvent event, int attempts, Attempt.Failed failed) {
        means.counters().count(DeliveryCounters.Outcome.DEAD_LETTER);
        isFailing = !(failed instanceof Attempt.Refused);
        var isAside = means.rows().putAside(webhook, node, event, attempts, failed);
        if (isAside) {
            LOG.warn(
                    "webhook {}: the event at position {} is a dead letter after {} attempts: {} {}",
                    id,
                    event.position(),
                    attempts,
                    failed.failure(),
                    failed.status() == null ? "" : failed.status());
        }
        return isAside;
    }

    private boolean postpone(Webhook webhook, int attempts, Failure failure, @Nullable Integer status, Duration delay) {
        return means.rows().postponed(webhook, node, attempts, failure, status, delay);
    }

    /** Ends earlier if the webhook was changed, and for nothing else: not for news that was known before. */
    private void pause(Webhook webhook, Duration time) throws InterruptedException {
        var until = System.nanoTime() + time.toNanos();
        for (var left = time.toNanos(); left > 0 && !isEnded && revision == webhook.revision(); ) {
            pause(Duration.ofNanos(left));
            left = until - System.nanoTime();
        }
    }

    private void pause(Duration time) throws InterruptedException {
        if (news.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
            news.drainPermits();
        }
    }
}
