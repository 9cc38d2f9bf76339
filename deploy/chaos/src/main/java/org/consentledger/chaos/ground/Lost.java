package org.consentledger.chaos.ground;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/** A primary that was lost, and may come back as if nothing had happened. */
public final class Lost {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Server server;

    Lost(Server server) {
        this.server = server;
    }

    /** It takes itself for the primary, with the standby's name in its settings, but nobody follows it. */
    public void comeBack() throws IOException {
        server.start();
    }

    /** Whether it says within seconds that something is committed. */
    public boolean acknowledges() throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", Postgres.WRITER);
        settings.setProperty("password", server.database().password());
        settings.setProperty("socketTimeout", Long.toString(PATIENCE.toSeconds()));
        try (var connection = DriverManager.getConnection(server.database().url(), settings);
                var statement = connection.createStatement()) {
            return acknowledges(statement);
        }
    }

    /** Only the commit is judged: a server that answers nothing at all shows nothing. */
    private static boolean acknowledges(Statement statement) throws SQLException {
        var _ = statement.execute("SELECT 1");
        try {
            var _ = statement.execute("SELECT pg_logical_emit_message(true, 'chaos', '')");
            return true;
        } catch (SQLException e) {
            if (e.getCause() instanceof SocketTimeoutException) {
                return false;
            }
            throw e;
        }
    }

    /** SIGKILL to all its processes: a fence. */
    public void kill() throws InterruptedException {
        server.kill();
    }
}
