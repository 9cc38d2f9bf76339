package org.consentledger.ledger.reachability;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.consentledger.ledger.connection.OwnConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks every second whether the database answers and takes writes, on a connection of its own: that the pool has none to give is another
 * trouble. Who wants to know is told of the last look, and waits for nothing.
 */
public final class DatabaseWatch implements SmartLifecycle, MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private static final Duration EVERY = Duration.ofSeconds(1);

    /** A look that takes longer has failed. */
    private static final int ANSWER_SECONDS = 2;

    /** A look that does not come back, as when a network swallows packets, is no sign of life. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final String SECONDS = Integer.toString(ANSWER_SECONDS);
    private static final Map<String, String> IMPATIENT =
            Map.of("connectTimeout", SECONDS, "loginTimeout", SECONDS, "socketTimeout", SECONDS);

    private final DataSource dataSource;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile long lookedNanos;
    private volatile boolean isAnswering;
    private volatile boolean isRunning;
    private volatile @Nullable Connection connection;

    /** @param dataSource the service's own; beside its pool one more connection is opened */
    public DatabaseWatch(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Whether the database answered the last look, which is at most five seconds old. */
    public boolean isReachable() {
        return isAnswering && System.nanoTime() - lookedNanos <= FRESH.toNanos();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ledger.database.reachable", this, watch -> watch.isReachable() ? 1 : 0)
                .description("1 if the database answered this node within the last seconds, else 0")
                .register(meters);
    }

    @Override
    public void start() {
        isRunning = true;
        // the first number given out is a measured one
        look();
        Thread.ofPlatform().name("database-watch").daemon().start(this::watch);
    }

    private void watch() {
        try {
            while (!stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    private void look() {
        var begunNanos = System.nanoTime();
        var answered = answers();
        lookedNanos = begunNanos;
        if (isAnswering && !answered && isRunning) {
            LOG.warn("the database does not answer");
        } else if (!isAnswering && answered) {
            LOG.info("the database answers");
        }
        isAnswering = answered;
    }

    private boolean answers() {
        try {
            var open = connection;
            if (open == null) {
                open = OwnConnection.open(dataSource, IMPATIENT);
                connection = open;
            }
            if (open.isValid(ANSWER_SECONDS)) {
                if (OwnConnection.isToPrimary(open)) {
                    return true;
                }
                leave();
            }
        } catch (SQLException e) {
            LOG.debug("no look at the database: {}", e.getClass().getName());
        }
        disconnect();
        return false;
    }

    /** Where this connection led to a server that takes no writes any more, the pool's may too. */
    private void leave() throws SQLException {
        if (dataSource.isWrapperFor(HikariDataSource.class)) {
            var pool = dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();
            if (pool != null) {
                pool.softEvictConnections();
            }
        }
    }

    /** Without a word to the server, which may not be there. */
    private void disconnect() {
        var last = connection;
        connection = null;
        if (last != null) {
            try {
                last.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("the connection was gone already: {}", e.getClass().getName());
            }
        }
    }

    @Override
    public void stop() {
        isRunning = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
