package org.consentledger.query.projection;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.consentledger.ledger.reading.LedgerReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks how the projections stand, so that metrics and readiness need not ask the database: when it hangs, they must
 * still answer, and it is then that they are needed most.
 */
final class Sampler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);

    private static final long SAMPLE_EVERY_MILLIS = 500;

    /** Only the time: the event itself may be the one that cannot be read. */
    private static final String RECORDED_AT = """
            SELECT recorded_at
              FROM ledger.event
             WHERE position > ?
             ORDER BY position
             LIMIT 1
            """;

    private final List<String> projections;
    private final ProjectionPositions positions;
    private final LedgerReader ledger;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Sample latest;
    private volatile boolean running;

    Sampler(
            List<String> projections,
            ProjectionPositions positions,
            LedgerReader ledger,
            JdbcClient jdbc,
            Clock clock) {
        this.projections = List.copyOf(projections);
        this.positions = positions;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
        this.latest = new Sample(Instant.EPOCH, -1, Map.of());
    }

    /** From before the first look on; it tells how old it is. */
    Sample latest() {
        return latest;
    }

    @Override
    public void start() {
        // the first numbers given out are measured ones
        latest = sample();
        running = true;
        Thread.ofPlatform().name("projection-sampler").daemon().start(this::watch);
    }

    private void watch() {
        var reachable = true;
        try {
            while (!stopped.await(SAMPLE_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    latest = sample();
                    reachable = true;
                } catch (RuntimeException e) {
                    if (reachable && running) {
                        LOG.warn("nobody knows how the projections stand: {}", LoggedCause.of(e));
                    }
                    reachable = false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins with the time: a look that takes long is as old as its beginning. */
    private Sample sample() {
        var now = clock.instant();
        var standings = projections.stream().collect(Collectors.toMap(name -> name, this::standing));
        return new Sample(now, ledger.head(), standings);
    }

    private Sample.Standing standing(String projection) {
        var position = positions.of(projection);
        return new Sample.Standing(position, oldestBeyond(position));
    }

    private Optional<Instant> oldestBeyond(long position) {
        return jdbc.sql(RECORDED_AT)
                .param(position)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ProjectionPhases.SAMPLER;
    }
}
