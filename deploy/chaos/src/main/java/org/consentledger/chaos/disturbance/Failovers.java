package org.consentledger.chaos.disturbance;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.consentledger.chaos.ground.Node;

/** The primary is lost, and its synchronous standby takes over. Nobody restarts a service. */
final class Failovers {

    private static final double MS_PER_S = 1e3;

    /** Attempts at each node that have to fail before the standby is promoted. */
    private static final int FELT = 2;

    private Failovers() {}

    static Done promoteStandby(Scene scene) throws Exception {
        var felt = Felt.from(scene);
        losePrimary(scene);
        Wait.until("every node has felt that the primary is lost", () -> felt.everywhere(FELT));
        var seconds = promote(scene);
        scene.ground().postgres().addStandby();
        return Done.around("SIGKILL to PostgreSQL's primary, the standby promoted when " + felt + "; both command nodes"
                + " acknowledged " + seconds + " later, and the lost one came back as standby");
    }

    /** The standby lacks what comes in meanwhile, so nobody may be told of that. */
    static Done loseStandbyFirst(Scene scene) throws Exception {
        var postgres = scene.ground().postgres();
        postgres.cutStandbyOff();
        try {
            var felt = Felt.from(scene);
            Wait.until("every node has felt that the standby is away", () -> felt.everywhere(FELT));
            losePrimary(scene);
        } finally {
            postgres.letStandbyFollow();
        }
        var seconds = promote(scene);
        postgres.addStandby();
        return Done.around(
                "cut the standby off until every node had answered 503, then SIGKILL to the primary, the standby"
                        + " promoted; both command nodes acknowledged " + seconds + " later");
    }

    /** The old one comes back by itself beside the new one, and services connect to whichever they find first. */
    static Done twoPrimaries(Scene scene) throws Exception {
        var postgres = scene.ground().postgres();
        losePrimary(scene);
        promote(scene);
        var old = postgres.lost();
        old.comeBack();
        scene.ground().nodes().forEach(node -> node.database().cutAll());
        var acknowledges = old.acknowledges();
        old.kill();
        if (acknowledges) {
            throw new IllegalStateException("the old primary acknowledged what the new one does not have");
        }
        postgres.addStandby();
        return Done.around(
                "SIGKILL to PostgreSQL's primary, the standby promoted; the old one came up beside it, acknowledged"
                        + " nothing, and was ended");
    }

    private static void losePrimary(Scene scene) throws InterruptedException {
        scene.ground().postgres().killPrimary();
        scene.kills().incrementAndGet();
    }

    /** How long it took until every command node acknowledged again. */
    private static String promote(Scene scene) throws Exception {
        var before = new LinkedHashMap<Node, Long>();
        scene.ground()
                .commandNodes()
                .forEach(node -> before.put(node, scene.load().tally(node).acknowledged()));
        var begin = System.nanoTime();
        scene.ground().postgres().promote();
        before.forEach((node, count) -> Wait.until(
                node + " acknowledges on the new primary",
                () -> scene.load().tally(node).acknowledged() > count));
        var took = Duration.ofNanos(System.nanoTime() - begin);
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / MS_PER_S);
    }
}
