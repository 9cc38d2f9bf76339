package org.consentledger.ledger.wakeup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.consentledger.ledger.connection.OwnConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signals that PostgreSQL gives when a commit has appended events, heard on a connection of its own. A signal is a
 * reason to look sooner and nothing else: those given while the connection is down are lost. So whoever waits here also
 * looks by itself now and then, and is told to look at once after each new connection.
 *
 * <p>For one waiting thread; {@link #close} may come from another.
 */
public final class AppendSignals implements AutoCloseable {

    /** Where each commit that appends announces its newest position, in decimal. */
    public static final String CHANNEL = "ledger_appended";

    private static final Logger LOG = LoggerFactory.getLogger(AppendSignals.class);

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
    private static final long CONNECT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** A broken connection is as silent as an idle one, or one to a server that is primary no more; after this time it is asked. */
    private static final long SILENCE_MAX_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final int SIGN_OF_LIFE_SECONDS = 5;

    private final DataSource dataSource;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Connection connection;
    private long connectAt = System.nanoTime();
    private long heardAt;
    private boolean trouble;

    /** @param dataSource the service's own; beside its pool one more connection is opened, when somebody waits */
    public AppendSignals(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Waits for signals. Any number of them that have come in the meantime count as one.
     *
     * @return the highest position announced; empty if only the ledger itself can tell: when the time is over, when
     *     signals may have been missed, or when this was closed
     */
    public OptionalLong await(Duration atMost) throws InterruptedException {
        var listening = connection;
        try {
            if (listening != null) {
                return heard(listening, atMost);
            }
            var pause = connectAt - System.nanoTime();
            if (closed.await(Math.min(pause, atMost.toNanos()), TimeUnit.NANOSECONDS) || pause > atMost.toNanos()) {
                return OptionalLong.empty();
            }
            connect();
        } catch (SQLException e) {
            disconnect();
            complain(e);
        }
        return OptionalLong.empty();
    }

    private OptionalLong heard(Connection listening, Duration atMost) throws SQLException {
        // 0 would mean for ever
        var millis = Math.clamp(atMost.toMillis(), 1, Integer.MAX_VALUE);
        var signals = listening.unwrap(PGConnection.class).getNotifications(millis);
        if (signals.length == 0 && System.nanoTime() - heardAt < SILENCE_MAX_NANOS) {
            return OptionalLong.empty();
        }
        if (signals.length == 0 && !(listening.isValid(SIGN_OF_LIFE_SECONDS) && OwnConnection.isToPrimary(listening))) {
            throw new SQLException("no sign of life");
        }
        heardAt = System.nanoTime();
        return Stream.of(signals)
                .map(PGNotification::getParameter)
                .filter(POSITION.asMatchPredicate())
                .mapToLong(Long::parseLong)
                .max();
    }

    private void connect() throws SQLException {
        connectAt = System.nanoTime() + CONNECT_EVERY_NANOS;
        var opened = OwnConnection.open(dataSource);
        connection = opened;
        if (isClosed()) {
            disconnect();
            return;
        }
        try (var statement = opened.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
        heardAt = System.nanoTime();
        if (trouble) {
            LOG.info("appends are heard of again");
        }
        trouble = false;
    }

    /** Once, and not at every attempt. */
    private void complain(SQLException e) {
        if (!trouble && !isClosed()) {
            LOG.warn(
                    "appends are not heard of and are looked for instead; trying on: {}",
                    e.getClass().getName());
        }
        trouble = true;
    }

    /** Without a word to the server: it may not be there, and a thread may be waiting on the connection. */
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

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Ends a wait that is going on. */
    @Override
    public void close() {
        closed.countDown();
        disconnect();
    }
}
