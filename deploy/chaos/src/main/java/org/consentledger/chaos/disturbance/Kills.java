package org.consentledger.chaos.disturbance;

import java.io.IOException;
import java.sql.SQLException;

/** Processes end without a warning. Whoever was killed is started again, as a supervisor would; nobody else is. */
final class Kills {

    /** Attempts at each node that have to fail before the database comes back. */
    private static final int FELT = 2;

    private Kills() {}

    static Done commandNode(Scene scene) throws IOException {
        var node = scene.anyCommandNode();
        return Done.to(node, "SIGKILL " + node + ", " + scene.killAndStartAgain(node));
    }

    /** One that keeps a projection up to date. It comes back when others do so. */
    static Done query(Scene scene) throws IOException {
        var taking = TakeOver.ofAny(scene);
        var node = taking.node();
        scene.kill(node);
        return Done.to(node, "SIGKILL " + node + ", " + taking.await() + ", " + scene.startAgain(node));
    }

    static Done postgres(Scene scene) throws IOException {
        var felt = Felt.from(scene);
        scene.ground().postgres().stopImmediately();
        scene.kills().incrementAndGet();
        try {
            Wait.until("every node has felt that PostgreSQL is away", () -> felt.everywhere(FELT));
        } finally {
            scene.ground().postgres().startAgain();
        }
        return Done.around("immediate stop of PostgreSQL, started again when " + felt);
    }

    static Done backend(Scene scene) throws SQLException {
        var kind = scene.anyNode().kind();
        var postgres = scene.ground().postgres();
        Wait.until("there is a connection to kill", () -> postgres.killBackend(kind.login()));
        scene.kills().incrementAndGet();
        return Done.around("SIGKILL to PostgreSQL's process of a connection of " + kind.login());
    }
}
