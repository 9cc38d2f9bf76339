package org.consentledger.chaos.disturbance;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.clock.ClockShift;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.chaos.load.Load;

/** One disturbance after the other, each when the ledger has recovered from the last, in an order that the seed decides. */
public final class Storm {

    private static final double MS_PER_S = 1e3;

    private final Scene scene;
    private final Recovery recovery;
    private final Random random;
    private final Consumer<String> progress;
    private final AtomicInteger kills = new AtomicInteger();
    private final Map<Disturbance, Integer> done = new EnumMap<>(Disturbance.class);

    public Storm(Ground ground, Calls calls, Load load, Recovery recovery, long seed, Consumer<String> progress) {
        this.random = new Random(seed);
        this.scene = new Scene(ground, calls, load, random, kills);
        this.recovery = recovery;
        this.progress = progress;
    }

    /**
     * Does each kind of disturbance once, but for those that can wait; and if there is time left, all of them again and again.
     *
     * @throws NotRecoveredException if the ledger does not recover by itself
     */
    public void rage(Duration atLeast) throws Exception {
        var end = System.nanoTime() + atLeast.toNanos();
        for (var disturbance : round(false)) {
            inflict(disturbance);
        }
        var next = new ArrayDeque<Disturbance>();
        while (System.nanoTime() < end) {
            if (next.isEmpty()) {
                next.addAll(round(true));
            }
            inflict(next.remove());
        }
        // one clock has to be right for what is due to be noted
        while (scene.ground().commandNodes().stream().allMatch(node -> node.clock() == ClockShift.BEHIND)) {
            inflict(Disturbance.KILL_COMMAND_NODE);
        }
    }

    private List<Disturbance> round(boolean withAll) {
        var round = new ArrayList<>(List.of(Disturbance.values()));
        round.removeIf(disturbance -> !withAll && disturbance.canWait());
        Collections.shuffle(round, random);
        return round;
    }

    private void inflict(Disturbance disturbance) throws Exception {
        recovery.begin();
        var begin = System.nanoTime();
        var deed = disturbance.inflictOn(scene);
        var over = System.nanoTime();
        recovery.await(deed.restarted());
        done.merge(disturbance, 1, Integer::sum);
        progress.accept(String.format(
                Locale.ROOT,
                "%s; took %.1f s, recovered %.1f s later",
                deed.what(),
                Duration.ofNanos(over - begin).toMillis() / MS_PER_S,
                Duration.ofNanos(System.nanoTime() - over).toMillis() / MS_PER_S));
    }

    /** Processes of services and of PostgreSQL that were ended without a warning. */
    public int kills() {
        return kills.get();
    }

    /** How often each kind was done, by its name in lower case. */
    public Map<String, Integer> done() {
        var named = new LinkedHashMap<String, Integer>();
        done.forEach((disturbance, times) -> named.put(disturbance.toString(), times));
        return named;
    }
}
