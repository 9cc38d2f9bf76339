package org.consentledger.bench.commands;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.consentledger.bench.server.Databases;
import org.consentledger.standalone.postgres.Database;

/**
 * The bare database: single rows of the size of an event, each committed durably before the next, on 64 connections. It
 * is what pgbench does with a script of one insert, done from Java because the embedded PostgreSQL comes without pgbench.
 */
record RowContender(Database database, int rowBytes) implements Contender {

    /** The table, and nothing on it but its key. */
    static RowContender prepare(Database database, int rowBytes) throws SQLException {
        Databases.execute(
                database,
                "CREATE TABLE event_row (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload text NOT NULL)");
        return new RowContender(database, rowBytes);
    }

    @Override
    public String name() {
        return "pgbench";
    }

    @Override
    public void warmUp(Duration duration) throws Exception {
        perSecond(duration);
    }

    @Override
    public double perSecond(Duration duration) throws Exception {
        var connections = new ArrayList<Connection>();
        try (var threads = Executors.newFixedThreadPool(HttpContender.CONNECTIONS)) {
            for (var i = 0; i < HttpContender.CONNECTIONS; i++) {
                connections.add(Databases.connect(database));
            }
            var end = System.nanoTime() + duration.toNanos();
            var clients = connections.stream()
                    .<Callable<Long>>map(connection -> () -> insertUntil(end, connection))
                    .toList();
            var rows = 0L;
            for (var client : threads.invokeAll(clients)) {
                rows += client.get();
            }
            return rows / (duration.toNanos() / 1e9);
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private long insertUntil(long end, Connection connection) throws SQLException {
        var payload = "x".repeat(rowBytes);
        var rows = 0L;
        try (var insert = connection.prepareStatement("INSERT INTO event_row (payload) VALUES (?)")) {
            while (System.nanoTime() < end) {
                insert.setString(1, payload);
                insert.executeUpdate();
                rows++;
            }
        }
        return rows;
    }
}
