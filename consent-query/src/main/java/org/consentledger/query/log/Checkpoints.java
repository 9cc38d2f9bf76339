package org.consentledger.query.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.tree.BrokenTreeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Makes a checkpoint every few seconds when there is something new, and has the newest at hand. When the ledger turns out to
 * be broken it signs nothing any more, and says so once in the log and for as long as it lasts in a metric. After an attempt
 * that failed it rests for as long as that took.
 */
final class Checkpoints implements SmartLifecycle, MeterBinder {

    static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final Signer signer;
    private final CheckpointRows rows;
    private final CheckpointFile file;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("checkpoints").daemon().factory());
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition made = lock.newCondition();
    private volatile @Nullable Newest newest;
    private volatile boolean isBroken;
    private volatile boolean isRunning;

    /** Events that the log was seen to hold last; negative before the first look. */
    private volatile long grown = -1;

    /** Whether the last attempt failed. */
    private volatile boolean isFailing;

    /** Of the one thread that makes checkpoints. */
    private boolean isUnderWay;

    /** Of that thread too, as {@link System#nanoTime()} counts: nothing is tried before. */
    private long restsUntil = System.nanoTime();

    private record Newest(SignedCheckpoint signed, Instant madeAt) {
        long size() {
            return signed.checkpoint().size();
        }
    }

    /** @param published what this node published last, before the service started; null if it did not */
    Checkpoints(
            Signer signer,
            CheckpointRows rows,
            CheckpointFile file,
            Clock clock,
            @Nullable SignedCheckpoint published) {
        this.signer = signer;
        this.rows = rows;
        this.file = file;
        this.clock = clock;
        this.newest = published == null ? null : new Newest(published, clock.instant());
    }

    /**
     * The newest one, as a signed note.
     *
     * @throws ProblemException as long as the very first one is being made: 503, to be tried again
     */
    String note() {
        return newest().signed().note();
    }

    /**
     * The newest one.
     *
     * @throws ProblemException as {@link #note} does
     */
    SignedCheckpoint signed() {
        return newest().signed();
    }

    /**
     * How much of the log the newest one covers.
     *
     * @throws ProblemException as {@link #note} does
     */
    long size() {
        return newest().size();
    }

    /** What is known of the newest one; empty as long as the very first one is being made. */
    Optional<NewestCheckpoint.Signed> known() {
        return Optional.ofNullable(newest).map(made -> new NewestCheckpoint.Signed(made.size(), made.madeAt()));
    }

    /**
     * Waits for one that covers an event. Whoever waits should hold no connection meanwhile.
     *
     * @throws ProblemException if none does in time: 503, to be tried again
     */
    SignedCheckpoint covering(long position, Duration atMost) {
        var nanos = atMost.toNanos();
        lock.lock();
        try {
            while (nanos > 0 && !isCovered(position)) {
                nanos = made.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        if (!isCovered(position)) {
            throw unavailable("no checkpoint covers the event yet");
        }
        return newest().signed();
    }

    private boolean isCovered(long position) {
        var known = newest;
        return known != null && known.size() > position;
    }

    private Newest newest() {
        var known = newest;
        if (known == null) {
            throw unavailable("the first checkpoint is being made");
        }
        return known;
    }

    private static ProblemException unavailable(String detail) {
        return new ProblemException(Problem.of(ProblemCode.UNAVAILABLE, detail).retryAfter(INTERVAL.toSeconds()));
    }

    private void make() {
        var began = System.nanoTime();
        try {
            if (!isBroken && isDue()) {
                var signed = signer.sign();
                signer.requireSame(signed, rows.keep(signed.checkpoint().size(), signed.note()));
                file.keep(signed.note());
                replace(signed);
                isUnderWay = true;
            }
            isFailing = false;
        } catch (BrokenTreeException e) {
            isBroken = true;
            LOG.error("THE LEDGER IS BROKEN, nothing is signed any more: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            // an error too: nobody else would hear of it, and nothing would be signed any more
            if (!isFailing) {
                LOG.warn("no checkpoint can be made: {}", reason(e));
            }
            isFailing = true;
            // one that waited for a standby in vain leaves a session behind on the server
            var ended = System.nanoTime();
            restsUntil = ended + (ended - began);
        }
    }

    private void replace(SignedCheckpoint signed) {
        lock.lock();
        try {
            newest = new Newest(signed, clock.instant());
            made.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A file's path and what is wrong with it; of everything else the class, as its message may quote a row. */
    private static String reason(Throwable failure) {
        return failure instanceof UncheckedIOException e
                ? String.valueOf(e.getCause())
                : failure.getClass().getName();
    }

    /** The first one of a run is made even if nothing is new: keys may have changed. */
    private boolean isDue() {
        var known = newest;
        grown = signer.grown();
        return known == null || !isUnderWay || known.size() != grown;
    }

    /** A broken log grows on, and nothing covers what comes. */
    private void look() {
        if (isBroken) {
            try {
                grown = signer.grown();
            } catch (RuntimeException e) {
                LOG.debug(
                        "nobody knows how much the log holds: {}", e.getClass().getName());
            }
        }
        if (System.nanoTime() - restsUntil >= 0) {
            make();
        }
    }

    @Override
    public void start() {
        isRunning = true;
        var _ = thread.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        isRunning = false;
        thread.shutdown();
        try {
            var _ = thread.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** Until the last request is answered: it may wait for a checkpoint that covers its event. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ledger.checkpoint.size", this, Checkpoints::sizeOrNone)
                .description("Events that the newest checkpoint of this node covers")
                .register(meters);
        Gauge.builder("ledger.checkpoint.age", this, Checkpoints::ageSeconds)
                .description("Time since this node made its newest checkpoint; grows while nothing new is recorded")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("ledger.checkpoint.lag", this, Checkpoints::uncovered)
                .description(
                        "Events recorded that the newest checkpoint does not cover; the age alone grows while nothing"
                                + " is recorded")
                .baseUnit("events")
                .register(meters);
        Gauge.builder("ledger.checkpoint.failing", this, checkpoints -> checkpoints.isFailing ? 1 : 0)
                .description("1 if this node's last attempt to make a checkpoint failed, for whatever reason")
                .register(meters);
        Gauge.builder("ledger.broken", this, checkpoints -> checkpoints.isBroken ? 1 : 0)
                .description("1 if the ledger is not what its tree says, and so is not signed any more")
                .register(meters);
    }

    private double sizeOrNone() {
        var known = newest;
        return known == null ? Double.NaN : known.size();
    }

    private double uncovered() {
        var known = newest;
        return known == null || grown < 0 ? Double.NaN : Math.max(0, grown - known.size());
    }

    private double ageSeconds() {
        var known = newest;
        return known == null
                ? Double.NaN
                : Duration.between(known.madeAt(), clock.instant()).toMillis() / 1e3;
    }
}
