package org.consentledger.query.relay;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.consentledger.query.projection.LoggedCause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Relays the ledger to Kafka while it is this node's turn, and tries on for ever when something is in the way: nothing else
 * of the service depends on it.
 */
final class Relay implements SmartLifecycle, Relaying.Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    /** How soon a node takes over whose turn it was not. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final RelayTurn turn;
    private final Outlet.Opening outlets;
    private final Relaying relaying;
    private final RelayProgress progress;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private @Nullable String trouble;

    Relay(RelayTurn turn, Outlet.Opening outlets, Relaying relaying, RelayProgress progress) {
        this.turn = turn;
        this.outlets = outlets;
        this.relaying = relaying;
        this.progress = progress;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("relay").daemon().start(this::work);
    }

    private void work() {
        try (turn) {
            while (isToGoOn()) {
                pause(attempt());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long to wait before the next one. */
    private Duration attempt() throws InterruptedException {
        try {
            if (!turn.take()) {
                progress.standingBy();
                return LOOK_EVERY;
            }
            progress.active();
            try (var outlet = outlets.open()) {
                relaying.run(outlet, this);
            } finally {
                turn.giveBack();
            }
            return Duration.ZERO;
        } catch (RuntimeException | Error e) {
            // an error too: nobody else would hear of it, and nothing would go out any more
            progress.active();
            progress.failed();
            complain(cause(e));
            return backoff.next();
        }
    }

    @Override
    public boolean isToGoOn() {
        return stopped.getCount() > 0;
    }

    @Override
    public void requireTurn() {
        turn.requireHeld();
    }

    @Override
    public void goesWell() {
        backoff.reset();
        if (trouble != null) {
            LOG.info("events go out to Kafka again");
        }
        trouble = null;
    }

    /** Once for each cause, and not at every attempt. */
    private void complain(String cause) {
        if (isToGoOn() && !cause.equals(trouble)) {
            LOG.warn("events do not go out to Kafka; trying on: {}", cause);
        }
        trouble = cause;
    }

    private static String cause(Throwable failure) {
        if (failure instanceof RelayException e) {
            return String.valueOf(e.getMessage());
        }
        var cause = failure.getCause();
        return LoggedCause.of(failure.getClass() == KafkaException.class && cause != null ? cause : failure);
    }

    private void pause(Duration time) throws InterruptedException {
        var _ = stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Gives its turn to another node, once the batch that is under way has gone out. */
    @Override
    public void stop() {
        stopped.countDown();
        var last = thread;
        if (last == null) {
            return;
        }
        try {
            if (!last.join(STOP_WITHIN)) {
                last.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
