package org.consentledger.query.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.consentledger.ledger.tree.BrokenTreeException;
import org.consentledger.log.checkpoint.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes a checkpoint every few seconds when there is something new, and has the newest at hand. When the ledger turns out to
 * be broken it signs nothing any more, and says so once in the log and for as long as it lasts in a metric.
 */
final class Checkpoints implements SmartLifecycle, MeterBinder {

    static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final Signer signer;
    private final CheckpointRows rows;
    private final CheckpointFile file;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("checkpoints").daemon().factory());
    private volatile Newest newest;
    private volatile boolean isBroken;
    private volatile boolean isRunning;

    private record Newest(Checkpoint checkpoint, String note, Instant madeAt) {}

    /** Makes the first one at once, so that there always is one. */
    Checkpoints(Signer signer, CheckpointRows rows, CheckpointFile file, Clock clock) {
        this.signer = signer;
        this.rows = rows;
        this.file = file;
        this.clock = clock;
        this.newest = made();
    }

    /** The newest one, as a signed note. */
    String note() {
        return newest.note();
    }

    /** How much of the log the newest one covers. */
    long size() {
        return newest.checkpoint().size();
    }

    private Newest made() {
        var signed = signer.sign();
        var note = signed.note().toString();
        rows.keep(signed.checkpoint().size(), note);
        file.keep(note);
        return new Newest(signed.checkpoint(), note, clock.instant());
    }

    private void makeIfNew() {
        try {
            if (!isBroken && signer.isBehind()) {
                newest = made();
            }
        } catch (BrokenTreeException e) {
            isBroken = true;
            LOG.error("THE LEDGER IS BROKEN, nothing is signed any more: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("no checkpoint could be made: {}", e.getClass().getName());
        }
    }

    @Override
    public void start() {
        isRunning = true;
        var _ = thread.scheduleWithFixedDelay(
                this::makeIfNew, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        isRunning = false;
        thread.shutdown();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ledger.checkpoint.size", this, Checkpoints::size)
                .description("Events that the newest checkpoint covers")
                .register(meters);
        Gauge.builder("ledger.checkpoint.age", this, checkpoints -> checkpoints.ageSeconds())
                .description("Time since the newest checkpoint was made; grows while nothing new is recorded")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("ledger.broken", this, checkpoints -> checkpoints.isBroken ? 1 : 0)
                .description("1 if the ledger is not what its tree says, and so is not signed any more")
                .register(meters);
    }

    private double ageSeconds() {
        return Duration.between(newest.madeAt(), clock.instant()).toMillis() / 1e3;
    }
}
