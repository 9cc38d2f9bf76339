package org.consentledger.chaos.disturbance;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.chaos.ground.Node;
import org.consentledger.chaos.load.Load;
import org.consentledger.standalone.token.Role;

/**
 * Sees the ledger recover: all services ready, each command node acknowledging, every projection at the ledger's end as it
 * was, and nobody restarted but those who were killed.
 */
public final class Recovery {

    private static final int ACKNOWLEDGED = 5;

    private final Ground ground;
    private final Calls calls;
    private final Load load;
    private final Map<Node, Long> pids = new LinkedHashMap<>();

    public Recovery(Ground ground, Calls calls, Load load) {
        this.ground = ground;
        this.calls = calls;
        this.load = load;
    }

    /** Remembers which processes there are. */
    void begin() {
        ground.nodes().forEach(node -> pids.put(node, node.pid()));
    }

    /** @throws NotRecoveredException if it does not recover by itself */
    void await(Set<Node> restarted) {
        var acknowledged = new LinkedHashMap<Node, Long>();
        for (var node : ground.nodes()) {
            Wait.until(node + " is ready again", () -> {
                requireAlive(node, restarted);
                return isReady(node);
            });
            acknowledged.put(node, load.tally(node).acknowledged());
        }
        acknowledged.forEach((node, before) ->
                Wait.until(node + " answers again", () -> load.tally(node).acknowledged() >= before + ACKNOWLEDGED));
        awaitProjections();
        ground.nodes().forEach(node -> requireAlive(node, restarted));
    }

    /** Waits until all services are ready for the first time. */
    public static void awaitFirst(Ground ground, Calls calls) {
        ground.nodes().forEach(node -> awaitReady(node, calls));
    }

    static void awaitReady(Node node, Calls calls) {
        Wait.until(node + " is ready", () -> {
            requireRunning(node);
            return isReady(calls, node);
        });
    }

    /** Waits until every projection has come to where the ledger ends now, by the word of every node. */
    public void awaitProjections() {
        for (var node : ground.queryNodes()) {
            var head = new long[] {-1};
            Wait.until("the projections have caught up", () -> {
                var standing = Standing.at(node, calls).orElse(null);
                if (head[0] < 0 && standing != null) {
                    head[0] = standing.head();
                }
                return standing != null && standing.position() >= head[0];
            });
        }
    }

    private void requireAlive(Node node, Set<Node> restarted) {
        requireRunning(node);
        if (!restarted.contains(node) && node.pid() != Objects.requireNonNull(pids.get(node))) {
            throw new NotRecoveredException(node + " was restarted, which nobody should have had to do");
        }
    }

    private static void requireRunning(Node node) {
        if (!node.isRunning()) {
            throw new NotRecoveredException(node + " has ended by itself; what it said is in " + node.log());
        }
    }

    private boolean isReady(Node node) throws InterruptedException {
        return isReady(calls, node);
    }

    private static boolean isReady(Calls calls, Node node) throws InterruptedException {
        try {
            return calls.get(node.managementUrl("/actuator/health/readiness"), Role.OPERATOR)
                    .isOk();
        } catch (IOException e) {
            // nobody listens yet
            return false;
        }
    }
}
