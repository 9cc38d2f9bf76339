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
    static Done query(Scene scene) throws IOException, InterruptedException {
        var others = new LinkedHashSet<>(scene.ground().queryNodes());
        var node = scene.anyOf(List.copyOf(others), one -> !projectionsOf(one, scene).isEmpty());
        var held = projectionsOf(node, scene);
        others.remove(node);
        var begin = System.nanoTime();
        scene.kill(node);
        Wait.until("other nodes keep up to date what " + node + " did", () -> others.stream()
                .map(other -> projectionsOf(other, scene))
                .flatMap(List::stream)
                .toList()
                .containsAll(held));
        var millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        return Done.to(
                node,
                "SIGKILL %s, whose projections %s others had after %d ms, %s"
                        .formatted(node, held, millis, scene.startAgain(node)));
    }

    private static List<String> projectionsOf(Node node, Scene scene) throws InterruptedException {
        return Standing.at(node, scene.calls()).map(Standing::here).orElse(List.of());
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
