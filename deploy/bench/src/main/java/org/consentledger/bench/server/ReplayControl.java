package org.consentledger.bench.server;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Starts, watches and cancels consent-query's replays as an auditor does. */
public final class ReplayControl {

    private static final long LOOK_EVERY_MS = 50;
    private static final long TELL_EVERY_NS = Duration.ofSeconds(10).toNanos();

    private final Service query;
    private final String path;

    private ReplayControl(Service query, String path) {
        this.query = query;
        this.path = path;
    }

    /** Of everything, up to the newest event. */
    public static ReplayControl start(Service query) throws IOException, InterruptedException {
        var started = Control.post(query.url("/v1/replays"), "{\"of\":\"EVERYTHING\"}");
        return new ReplayControl(query, "/v1/replays/" + started.path("id").asString());
    }

    /** Waits until it reads events. */
    public void awaitReading() throws IOException, InterruptedException {
        await(replay -> replay.path("eventsRead").asLong() > 0, text -> {});
    }

    /** Waits until it has ended. */
    public JsonNode awaitEnd(Consumer<String> progress) throws IOException, InterruptedException {
        return await(replay -> replay.path("finishedAt").isString(), progress);
    }

    /** How fast one went that has ended. */
    public static double eventsPerSecond(JsonNode replay) {
        var time = Duration.between(time(replay, "startedAt"), time(replay, "finishedAt"));
        return replay.path("eventsRead").asLong() * 1e3 / time.toMillis();
    }

    private static Instant time(JsonNode replay, String name) {
        return Instant.parse(replay.path(name).asString());
    }

    public JsonNode now() throws IOException, InterruptedException {
        return Control.get(query.url(path));
    }

    public void cancel() throws IOException, InterruptedException {
        Control.delete(query.url(path));
    }

    private JsonNode await(Predicate<JsonNode> condition, Consumer<String> progress)
            throws IOException, InterruptedException {
        var told = System.nanoTime();
        while (true) {
            var replay = now();
            if (condition.test(replay)) {
                return replay;
            }
            if (System.nanoTime() - told > TELL_EVERY_NS) {
                told = System.nanoTime();
                progress.accept("  " + replay.path("percent") + " %");
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }
}
