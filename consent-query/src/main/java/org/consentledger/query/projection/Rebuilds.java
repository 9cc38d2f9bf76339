package org.consentledger.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;

/** Starts rebuilds: one at a time per projection, on all nodes together, and remembers how the last one here went. */
final class Rebuilds implements SmartLifecycle {

    private static final String TRY_LOCK = "SELECT pg_try_advisory_lock(hashtext('consent-ledger rebuild'), hashtext(?))";

    private final DataSource dataSource;
    private final Function<Projection, Rebuild> rebuilds;
    private final Map<String, Rebuild> latest = new ConcurrentHashMap<>();
    private volatile boolean running;

    Rebuilds(DataSource dataSource, Function<Projection, Rebuild> rebuilds) {
        this.dataSource = dataSource;
        this.rebuilds = rebuilds;
    }

    /** How the last rebuild that this process started went, or goes. */
    Optional<RebuildProgress> progress(String projection) {
        return Optional.ofNullable(latest.get(projection)).map(Rebuild::progress);
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
            if (!locked(connection, projection)) {
                connection.close();
                return Optional.empty();
            }
            var rebuild = rebuilds.apply(projection);
            latest.put(projection.name(), rebuild);
            Thread.ofVirtual().name("rebuild-" + projection.name()).start(() -> run(rebuild, connection));
            return Optional.of(rebuild.progress());
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the rebuild cannot start", e);
        }
    }

    private static boolean locked(Connection connection, Projection projection) throws SQLException {
        try (var statement = connection.prepareStatement(TRY_LOCK)) {
            statement.setString(1, projection.name());
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
                statement.execute("SELECT pg_advisory_unlock_all()");
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the rebuild's lock was lost with its connection", e);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        latest.values().forEach(Rebuild::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ProjectionPhases.REBUILDS;
    }
}
