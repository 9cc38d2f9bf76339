package org.consentledger.chaos.disturbance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.chaos.ground.Node;
import org.consentledger.chaos.load.Load;
import org.consentledger.chaos.release.NextRelease;
import org.consentledger.standalone.token.Role;
import tools.jackson.databind.JsonNode;

/**
 * Brings all nodes to the next release under load, and in the wrong order, a node of consent-command first: so that there are
 * events which nodes of this release do not know, and they have to wait for those that do.
 */
public final class RollingUpgrade {

    private static final double MS_PER_S = 1e3;
    private static final int UNAVAILABLE = 503;

    private final Ground ground;
    private final Calls calls;
    private final Load load;
    private final Consumer<String> progress;
    private final Path nextRelease;

    /** @param nextRelease classes, of {@link NextRelease#compile} */
    public RollingUpgrade(Ground ground, Calls calls, Load load, Path nextRelease, Consumer<String> progress) {
        this.ground = ground;
        this.calls = calls;
        this.load = load;
        this.nextRelease = nextRelease;
        this.progress = progress;
    }

    /**
     * Returns when all nodes are of the next release, and ready.
     *
     * @throws NotRecoveredException if something does not happen that must
     */
    public void run() throws IOException, InterruptedException {
        var older = ground.commandNodes().getLast();
        var refused = load.tally(older).unavailable();
        upgrade(ground.commandNodes().getFirst());
        var newer = firstOfNextRelease();
        Wait.until("projections stop at position " + newer, () -> allStandBefore(newer));
        awaitAnswer(ground.query(), newer, UNAVAILABLE);
        Wait.until(
                older + " refuses what it cannot decide",
                () -> load.tally(older).unavailable() > refused);
        progress.accept(older + " answers 503, and projections stop, where " + NextRelease.EVENT
                + " of the next release begins, at position " + newer);

        var first = ground.query();
        var begin = System.nanoTime();
        upgrade(first);
        Wait.until(
                first + " goes on with the projections",
                () -> Standing.at(first, calls)
                        .filter(standing -> standing.here().size() == standing.size() && standing.position() >= newer)
                        .isPresent());
        for (var node : ground.queryNodes()) {
            awaitAnswer(node, newer, 200);
        }
        progress.accept(String.format(
                Locale.ROOT,
                "%s, upgraded, took the projections on after %.1f s; nodes of both releases answer from them",
                first,
                Duration.ofNanos(System.nanoTime() - begin).toMillis() / MS_PER_S));

        var rest = List.of(ground.queryNodes().get(1), ground.queryNodes().get(2), older);
        CompletableFuture.allOf(rest.stream()
                        .map(node -> CompletableFuture.runAsync(() -> upgradeUnchecked(node)))
                        .toArray(CompletableFuture[]::new))
                .join();
        Recovery.awaitFirst(ground, calls);
        progress.accept("all nodes are of the next release");
    }

    private void upgrade(Node node) throws IOException {
        node.upgrade(nextRelease);
        Recovery.awaitReady(node, calls);
    }

    private void upgradeUnchecked(Node node) {
        try {
            node.upgrade(nextRelease);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its position, once there is one. */
    private long firstOfNextRelease() {
        var found = new long[] {-1};
        Wait.until("the next release writes an event in its own form", () -> {
            found[0] = newestForm();
            return found[0] >= 0;
        });
        return found[0];
    }

    private long newestForm() throws SQLException {
        try (var connection = ground.postgres().connect();
                var statement = connection.prepareStatement("SELECT coalesce(min(position), -1) FROM ledger.event"
                        + " WHERE event_type = ? AND revision = ?")) {
            statement.setString(1, NextRelease.EVENT);
            statement.setString(2, Integer.toString(NextRelease.REVISION));
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Each just before the event, on every node, and some node says why. */
    private boolean allStandBefore(long position) throws InterruptedException {
        var named = new HashSet<String>();
        var count = 0;
        for (var node : ground.queryNodes()) {
            var standing = Standing.at(node, calls).orElse(null);
            if (standing == null
                    || standing.projections().stream()
                            .anyMatch(one -> one.path("position").asLong() != position - 1)) {
                return false;
            }
            count = standing.size();
            standing.projections().stream()
                    .filter(one -> isStoppedAt(one, position))
                    .forEach(one -> named.add(one.path("name").asString()));
        }
        return named.size() == count;
    }

    private static boolean isStoppedAt(JsonNode projection, long position) {
        return projection.path("failure").asString("").equals("UnknownEventFormException")
                && projection.path("failurePosition").asLong() == position;
    }

    private void awaitAnswer(Node node, long minPosition, int status) {
        var url = node.url("/v1/subjects/cust-1/consents?minPosition=" + minPosition);
        Wait.until(
                node + " answers " + status + " when asked for position " + minPosition,
                () -> calls.get(url, Role.AUDITOR).status() == status);
    }
}
