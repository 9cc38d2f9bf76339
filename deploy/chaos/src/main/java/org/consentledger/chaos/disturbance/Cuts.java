package org.consentledger.chaos.disturbance;

import java.time.Duration;
import org.consentledger.chaos.wire.AnswerTrap;

/** The network fails, at the worst moments too. */
final class Cuts {

    private static final int COMMITS = 4;
    private static final int ANSWERS = 6;

    /** Longer than a node repeats a call whose connection broke. */
    private static final Duration AWAY = Duration.ofSeconds(5);

    private Cuts() {}

    static Done connections(Scene scene) {
        var node = scene.anyNode();
        if (scene.random().nextBoolean()) {
            scene.ground().nodes().forEach(every -> every.database().cutAll());
            return Done.around("cut all connections of every service to PostgreSQL");
        }
        node.database().cutHalf();
        return Done.around("cut every second connection of " + node + " to PostgreSQL");
    }

    /** The same append again, on another connection, has to find out what became of it. */
    static Done commits(Scene scene) {
        for (var node : scene.ground().commandNodes()) {
            lose(node.commits(), COMMITS, () -> {});
        }
        return Done.around("cut " + COMMITS + " connections of each command node between commit and answer");
    }

    /** The node cannot find out, and must not say that nothing was recorded. */
    static Done commitAndDatabase(Scene scene) throws InterruptedException {
        var node = scene.anyCommandNode();
        try {
            lose(node.commits(), 1, node.database()::refuse);
            Thread.sleep(AWAY);
        } finally {
            node.database().admit();
        }
        return Done.around("cut a connection of " + node + " between commit and answer, and let none in for "
                + AWAY.toSeconds() + " s");
    }

    /** Nobody is left who could know. */
    static Done commitAndNode(Scene scene) throws Exception {
        var node = scene.anyCommandNode();
        lose(node.commits(), 1, node::kill);
        return Done.to(node, "SIGKILL " + node + " between commit and answer, " + scene.killAndStartAgain(node));
    }

    static Done answers(Scene scene) {
        for (var node : scene.ground().commandNodes()) {
            lose(node.answers(), ANSWERS, () -> {});
        }
        return Done.around("cut " + ANSWERS + " callers of each command node before their answer");
    }

    private static void lose(AnswerTrap trap, int answers, Runnable then) {
        var before = trap.caught();
        trap.set(answers, then);
        Wait.until("answers are caught", () -> trap.caught() >= before + answers);
    }
}
