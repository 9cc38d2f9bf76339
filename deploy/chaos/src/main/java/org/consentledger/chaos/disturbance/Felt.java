package org.consentledger.chaos.disturbance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.consentledger.chaos.ground.Node;
import org.consentledger.chaos.load.Load;

/** How much callers have felt of a disturbance: answers of 503 since it began. */
final class Felt {

    private final Load load;
    private final Map<Node, Long> before = new LinkedHashMap<>();

    private Felt(Scene scene) {
        this.load = scene.load();
        scene.ground().nodes().forEach(node -> before.put(node, unavailable(node)));
    }

    static Felt from(Scene scene) {
        return new Felt(scene);
    }

    /** Whether every node has answered 503 so often. */
    boolean everywhere(int times) {
        return before.keySet().stream().allMatch(node -> since(node) >= times);
    }

    private long since(Node node) {
        return unavailable(node) - before.getOrDefault(node, 0L);
    }

    private long unavailable(Node node) {
        return load.tally(node).unavailable();
    }

    @Override
    public String toString() {
        return before.keySet().stream()
                .map(node -> node + " had answered 503 " + since(node) + " times")
                .collect(Collectors.joining(", "));
    }
}
