package org.consentledger.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;

/** Starts rebuilds: one at a time per projection, on all nodes together, and remembers how the last one here went. */
final class Rebuilds implements SmartLifecycle {

    /** Any number will do, as long as every node uses the same one. */
    private static final int REBUILD_LOCK = 0x72656275;

    private static final String UNLOCK = "SELECT pg_advisory_unlock_all()";

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final Function<Projection, Rebuild> rebuilds;
    private final Map<String, Started> latest = new ConcurrentHashMap<>();
    private volatile boolean running;

    Rebuilds(DataSource dataSource, Function<Projection, Rebuild> rebuilds) {
        this.dataSource = dataSource;
        this.rebuilds = rebuilds;
    }

    /** How the last rebuild that this process started went, or goes. */
    Optional<RebuildProgress> progress(String projection) {
        return Optional.ofNullable(latest.get(projection))
                .map(started -> started.rebuild().progress());
    }

    /**
     * Starts a rebuild and doesn't wait for it.
     *
     * @return empty if one is running already, here or on another node
     */
    Optional<RebuildProgress> start(Projection projection) {
        try {
            // the lock belongs to the connection: if this process dies, the database lets go of it
            var connection = dataSource.getConnection();
            var started = Optional.<RebuildProgress>empty();
            try {
                started = startOn(connection, projection);
            } finally {
                if (started.isEmpty()) {
                    giveBack(connection);
                }
            }
            return started;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the rebuild cannot start", e);
        }
    }

    /** The connection is the rebuild's from then on, if one is started. */
    private Optional<RebuildProgress> startOn(Connection connection, Projection projection) throws SQLException {
        if (!locked(connection, projection)) {
            return Optional.empty();
        }
        var rebuild = rebuilds.apply(projection);
        var thread = Thread.ofVirtual().name("rebuild-" + projection.name()).unstarted(() -> run(rebuild, connection));
        latest.put(projection.name(), new Started(rebuild, thread));
        var progress = rebuild.progress();
        thread.start();
        return Optional.of(progress);
    }

    /** Without the lock, which would otherwise stay with the connection in the pool. */
    private static void giveBack(Connection connection) throws SQLException {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute(UNLOCK);
        }
    }

    private static boolean locked(Connection connection, Projection projection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, REBUILD_LOCK);
            statement.setInt(2, projection.name().hashCode());
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static void run(Rebuild rebuild, Connection connection) {
        try (connection;
                var statement = connection.createStatement()) {
            try {
                rebuild.run();
            } finally {
                statement.execute(UNLOCK);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the rebuild's lock was lost with its connection", e);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Waits a little for the page at work, so that the database is still there for it. */
    @Override
    public void stop() {
        latest.values().forEach(started -> started.rebuild().stop());
        try {
            for (var started : latest.values()) {
                started.thread().join(STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    private record Started(Rebuild rebuild, Thread thread) {}

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ProjectionPhases.REBUILDS;
    }
}
