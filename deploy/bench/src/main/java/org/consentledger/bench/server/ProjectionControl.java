package org.consentledger.bench.server;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Watches and rebuilds consent-query's projections as an operator does. */
public final class ProjectionControl {

    private static final String PROJECTIONS = "/actuator/projections";
    private static final long LOOK_EVERY_MS = 50;
    private static final long TELL_EVERY_NS = Duration.ofSeconds(10).toNanos();

    private ProjectionControl() {}

    /** Waits until every projection has come to the ledger's end. */
    public static void awaitCaughtUp(Service query, Consumer<String> progress)
            throws IOException, InterruptedException {
        await(query, state -> state.path("lagEvents").asLong() == 0, state -> {
            progress.accept("  projections at " + state.path("position") + " of " + state.path("head"));
        });
    }

    /**
     * Rebuilds every projection, all at the same time.
     *
     * @return how long it took, in seconds
     */
    public static double rebuild(Service query, Consumer<String> progress) throws IOException, InterruptedException {
        return rebuild(query, names(query), progress);
    }

    /**
     * Rebuilds one projection.
     *
     * @return how long it took, in seconds
     */
    public static double rebuild(Service query, String name, Consumer<String> progress)
            throws IOException, InterruptedException {
        return rebuild(query, List.of(name), progress);
    }

    private static double rebuild(Service query, List<String> names, Consumer<String> progress)
            throws IOException, InterruptedException {
        var begin = System.nanoTime();
        for (var name : names) {
            Control.post(query.managementUrl(PROJECTIONS + "/" + name), "");
        }
        await(query, state -> !names.contains(state.path("name").asString()) || isRebuilt(state), state -> {
            progress.accept("  " + state.path("rebuild").path("percent") + " %");
        });
        return (System.nanoTime() - begin) / 1e9;
    }

    private static boolean isRebuilt(JsonNode state) {
        var rebuild = state.path("rebuild").path("state").asString("");
        if (rebuild.equals("FAILED")) {
            throw new IllegalStateException("a rebuild failed: " + state);
        }
        return rebuild.equals("DONE");
    }

    /** Which there are. */
    public static List<String> names(Service query) throws IOException, InterruptedException {
        var names = new ArrayList<String>();
        for (var state : Control.get(query.managementUrl(PROJECTIONS))) {
            names.add(state.path("name").asString());
        }
        return names;
    }

    private static void await(Service query, Condition done, Consumer<JsonNode> progress)
            throws IOException, InterruptedException {
        var told = System.nanoTime();
        while (true) {
            var behind = new ArrayList<JsonNode>();
            for (var state : Control.get(query.managementUrl(PROJECTIONS))) {
                if (!done.holds(state)) {
                    behind.add(state);
                }
            }
            if (behind.isEmpty()) {
                return;
            }
            if (System.nanoTime() - told > TELL_EVERY_NS) {
                told = System.nanoTime();
                progress.accept(behind.getFirst());
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds(JsonNode state);
    }
}
