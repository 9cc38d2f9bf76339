package org.consentledger.command.desk;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The newest position that this node knows of, for the gauge: from its own answers at once, from what other nodes record
 * within a second. To ask for it never waits for the database, so a scrape is answered during an outage too.
 */
class LedgerPosition implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerPosition.class);

    private final LongSupplier head;
    private final AtomicLong highest = new AtomicLong(-1);
    private final AtomicBoolean looking = new AtomicBoolean();

    /** @param head reads the ledger's newest position; may wait and may fail */
    LedgerPosition(LongSupplier head) {
        this.head = head;
    }

    /** Positions only grow, so an older one changes nothing. */
    void seen(long position) {
        highest.accumulateAndGet(position, Math::max);
    }

    /** -1 as long as the ledger is empty or nobody has looked. */
    long highest() {
        return highest.get();
    }

    /** One look at a time: during an outage they would pile up. */
    @Scheduled(fixedRate = 1_000)
    void look() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            seen(head.getAsLong());
        } catch (RuntimeException e) {
            LOG.debug("the ledger's position is not known: {}", e.getClass().getName());
        } finally {
            looking.set(false);
        }
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ledger.position", this, LedgerPosition::highest)
                .description(
                        "Position of the newest event that this node knows of, -1 when the ledger is empty; the same on every"
                                + " node but for a second")
                .register(meters);
    }
}
