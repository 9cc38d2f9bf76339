package org.consentledger.chaos.disturbance;

import java.sql.SQLException;
import java.time.Duration;

/** Nothing breaks, but nothing moves either. */
final class Holds {

    private static final Duration STALL = Duration.ofSeconds(4);

    /** Longer than the services listen to a silent connection. */
    private static final Duration STALL_LONG = Duration.ofSeconds(35);

    /** Attempts at each node that have to fail before the locks are let go. */
    private static final int FELT = 2;

    private Holds() {}

    static Done stall(Scene scene) throws InterruptedException {
        return stall(scene, STALL);
    }

    static Done stallLong(Scene scene) throws InterruptedException {
        return stall(scene, STALL_LONG);
    }

    private static Done stall(Scene scene, Duration time) throws InterruptedException {
        var nodes = scene.ground().nodes();
        nodes.forEach(node -> node.database().stall());
        Thread.sleep(time);
        var isLost = scene.random().nextBoolean();
        if (isLost) {
            nodes.forEach(node -> node.database().cutAll());
        }
        nodes.forEach(node -> node.database().flow());
        return Done.around("held up everything between all services and PostgreSQL for " + time.toSeconds() + " s, "
                + (isLost ? "and lost it" : "then let it arrive"));
    }

    /** Whoever needs these tables waits with a connection in hand, until there is none left to take. */
    static Done fillPools(Scene scene) throws SQLException {
        var felt = Felt.from(scene);
        try (var connection = scene.ground().postgres().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // in this order an append that is under way is let through first
            statement.execute("SELECT pg_advisory_xact_lock(27988542867467892)");
            statement.execute("LOCK TABLE ledger.event, keyring.subject, ledger.consent_due IN ACCESS EXCLUSIVE MODE");
            for (var node : scene.ground().nodes()) {
                var pool = new Pool(node, scene.calls());
                Wait.until("no connection is left to " + node, pool::isFull);
            }
            Wait.until("every node has answered 503", () -> felt.everywhere(FELT));
            connection.rollback();
        }
        return Done.around("locked tables until all connections of every service were taken, and " + felt);
    }
}
