package org.consentledger.command.erasure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.consentledger.command.desk.CommandDesk;
import org.consentledger.command.desk.Submission;
import org.consentledger.erasure.CarryOutErasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Carries out what was asked and had to wait. Looks at once when the service starts, so that what a crash or a restored
 * backup left half done is finished. Any number of nodes may sweep: an erasure is recorded once.
 */
class ErasureSweep implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureSweep.class);

    /** Under which name the service gives itself the command. */
    static final String COMMAND = "carry-out-erasure";

    private static final int BATCH = 100;

    private final Erasures erasures;
    private final CommandDesk desk;
    private final AtomicLong waiting = new AtomicLong();
    private final Clock clock;
    private volatile boolean isReachable = true;

    ErasureSweep(Erasures erasures, CommandDesk desk, Clock clock) {
        this.erasures = erasures;
        this.desk = desk;
        this.clock = clock;
    }

    /** Every key of somebody erased is looked for: at the start, and now and then, as somebody may restore a backup. */
    @Scheduled(fixedDelayString = "${command.key-destruction-interval}")
    void destroyKeysOfErased() {
        attempt(() -> {
            var restored = erasures.destroyKeysOfErased();
            if (restored > 0) {
                LOG.warn(
                        "the keys of {} erased subjects were there again, as from a backup, and are destroyed",
                        restored);
            }
        });
    }

    @Scheduled(fixedDelayString = "${command.erasure-interval}")
    void sweep() {
        attempt(() -> {
            var now = clock.instant();
            for (var batch = erasures.due(now, -1, BATCH);
                    !batch.isEmpty();
                    batch = erasures.due(now, batch.getLast().position(), BATCH)) {
                batch.forEach(this::carryOut);
            }
            waiting.set(erasures.waiting());
        });
    }

    private void attempt(Runnable work) {
        try {
            work.run();
            isReachable = true;
        } catch (RuntimeException e) {
            if (isReachable) {
                LOG.warn(
                        "erasures that are not over cannot be looked for; trying on: {}",
                        e.getClass().getName());
            }
            isReachable = false;
        }
    }

    private void carryOut(Erasures.Waiting erasure) {
        try {
            var command = new CarryOutErasure(erasure.subjectId());
            desk.submit(new Submission(COMMAND, Submission.THE_SERVICE, null, "", subjects -> command));
        } catch (RuntimeException e) {
            LOG.warn(
                    "subject {} is not erased yet: {}",
                    erasure.subjectId(),
                    e.getClass().getName());
        }
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ledger.erasures.pending", waiting, AtomicLong::doubleValue)
                .description(
                        "Subjects whose erasure was asked for and waits for the end of a legal hold; the same on every node")
                .register(meters);
    }
}
