package org.consentledger.chaos.disturbance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.ground.Node;

/**
 * Of what a node of consent-query did, by those that are left.
 *
 * @param node which will be gone
 * @param held projections that it keeps up to date
 */
record TakeOver(Node node, List<String> held, List<Node> others, Calls calls) {

    private static final double MS_PER_S = 1e3;

    /** What of it has to be seen, for a node that keeps any. */
    static TakeOver ofAny(Scene scene) {
        var found = new ArrayList<TakeOver>();
        Wait.until("some node keeps a projection up to date", () -> {
            for (var node : scene.ground().queryNodes()) {
                var held = Standing.at(node, scene.calls()).map(Standing::here).orElse(List.of());
                if (!held.isEmpty()) {
                    var others = new ArrayList<>(scene.ground().queryNodes());
                    others.remove(node);
                    found.add(new TakeOver(node, held, others, scene.calls()));
                }
            }
            return !found.isEmpty();
        });
        return found.get(scene.random().nextInt(found.size()));
    }

    /** Returns when others do all of it, and have caught up with the ledger as it was when they began to. */
    String await() {
        var begin = System.nanoTime();
        var head = new long[] {-1};
        Wait.until("others do what " + node + " did", () -> {
            var done = new ArrayList<String>();
            var position = Long.MAX_VALUE;
            for (var other : others) {
                var standing = Standing.at(other, calls).orElse(null);
                if (standing != null) {
                    head[0] = head[0] < 0 ? standing.head() : head[0];
                    position = Math.min(position, standing.position());
                    done.addAll(standing.here());
                }
            }
            return done.containsAll(held) && position >= head[0];
        });
        return String.format(
                Locale.ROOT,
                "whose projections %s others had brought up to date after %.1f s",
                held,
                Duration.ofNanos(System.nanoTime() - begin).toMillis() / MS_PER_S);
    }
}
