package org.consentledger.bench.staleness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.consentledger.bench.load.LoadFailedException;
import org.consentledger.bench.load.Request;
import org.consentledger.bench.load.Serial;
import org.consentledger.bench.load.Wire;
import org.jspecify.annotations.Nullable;

/** Asks consent-query again and again how far it is, on one connection and with a pause in between. */
final class Watcher implements AutoCloseable {

    /** Nobody's transfers: the cheapest question whose answer names the position that all projections have reached. */
    private static final String QUESTION = "/v1/subjects/bench-nobody/transfers";

    /** Two hundred questions a second are little load, and staleness is overstated by no more than this. */
    private static final long PAUSE_MS = 4;

    private static final int OK = 200;

    private final List<Sighting> sightings = new ArrayList<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean stopped;

    Watcher(Wire wire, int port) {
        thread = Thread.ofPlatform().start(() -> watch(wire, port));
    }

    private void watch(Wire wire, int port) {
        try (var connection = new Serial(wire, port)) {
            while (!stopped) {
                connection.send(Request.get(
                        QUESTION,
                        OK,
                        true,
                        answer -> sightings.add(
                                new Sighting(Recorded.position(answer.body()), Recorded.micros(Instant.now())))));
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException | LoadFailedException e) {
            failure.set(e);
        }
    }

    /** Stops watching. */
    List<Sighting> sightings() throws InterruptedException {
        close();
        thread.join();
        var failed = failure.get();
        if (failed != null) {
            throw new LoadFailedException("consent-query could not be watched: " + failed.getMessage());
        }
        return List.copyOf(sightings);
    }

    @Override
    public void close() {
        stopped = true;
    }
}
