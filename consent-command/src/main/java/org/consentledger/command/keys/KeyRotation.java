package org.consentledger.command.keys;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.AtomicLong;
import org.consentledger.ledger.keyring.KeyRewrapping;
import org.consentledger.ledger.keyring.UnsealingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * After a change of the key-encryption key, brings the keys of all subjects over to the new one. Events are not touched.
 * Any number of nodes may work at it, and it goes on where it was when one stops.
 */
class KeyRotation implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private static final int BATCH = 500;

    /** Between two reports of progress: every so many keys. */
    private static final long REPORT_EVERY = 50_000;

    private final KeyRewrapping rewrapping;
    private final AtomicLong left = new AtomicLong();

    KeyRotation(KeyRewrapping rewrapping) {
        this.rewrapping = rewrapping;
    }

    @Scheduled(fixedDelayString = "${command.key-rotation-interval}")
    void rotate() {
        try {
            left.set(rewrapping.left());
            if (left.get() > 0) {
                LOG.info(
                        "{} subjects' keys are encrypted with an earlier key-encryption key; bringing them over", left);
                rewrapAll();
                LOG.info("{} subjects' keys are left that are not encrypted with the key-encryption key in use", left);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "subjects' keys cannot be brought over to the key-encryption key in use; trying on: {}",
                    e.getClass().getName());
        }
    }

    /** What cannot be brought over is named, and does not stand in the way of others. */
    private void rewrapAll() {
        var reported = left.get();
        for (var batch = rewrapping.due("", BATCH);
                !batch.isEmpty();
                batch = rewrapping.due(batch.getLast().subjectId(), BATCH)) {
            batch.forEach(this::rewrap);
            if (reported - left.get() >= REPORT_EVERY) {
                reported = left.get();
                LOG.info("{} subjects' keys are left", reported);
            }
        }
        left.set(rewrapping.left());
    }

    private void rewrap(KeyRewrapping.Due due) {
        try {
            rewrapping.rewrap(due);
            left.decrementAndGet();
        } catch (UnsealingException e) {
            LOG.warn("a subject's key stays encrypted as it was: {}", e.getMessage());
        }
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ledger.keys.to.rewrap", left, AtomicLong::doubleValue)
                .description(
                        "Subjects' keys that are encrypted with another key-encryption key than the one in use; the same on every"
                                + " node but for a moment")
                .register(meters);
    }
}
