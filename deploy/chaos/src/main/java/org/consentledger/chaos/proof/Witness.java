package org.consentledger.chaos.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.ground.Node;
import org.consentledger.standalone.token.Role;
import tools.jackson.databind.JsonNode;

/**
 * Somebody outside who follows the ledger all the while, at each node in turn, and keeps what was seen: every event's id and
 * position, and every signed checkpoint. None of it may turn out wrong later.
 */
public final class Witness implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 500;

    private final Calls calls;
    private final List<Node> nodes;
    private final Path folder;
    private final List<String> ids = new ArrayList<>();
    private final List<Path> checkpoints = new ArrayList<>();
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private final Set<String> known = new HashSet<>();
    private int turn;
    private volatile boolean isOn = true;

    /**
     * Begins to look.
     *
     * @param folder in which checkpoints are kept
     */
    public Witness(Calls calls, List<Node> nodes, Path folder) throws IOException {
        this.calls = calls;
        this.nodes = List.copyOf(nodes);
        this.folder = Files.createDirectories(folder);
        this.thread = Thread.ofVirtual().name("witness").start(this::look);
    }

    private void look() {
        try {
            while (isOn) {
                var node = nodes.get(turn++ % nodes.size());
                follow(node);
                keepCheckpoint(node);
                Thread.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Node query) throws InterruptedException {
        try {
            var reply = calls.get(query.url("/v1/events?limit=500&after=" + (ids.size() - 1)), Role.AUDITOR);
            if (reply.isOk()) {
                reply.json().path("events").forEach(this::see);
            }
        } catch (IOException e) {
            // next time
        }
    }

    private void see(JsonNode event) {
        if (event.path("position").asLong() != ids.size()) {
            complaints.add(
                    "after position " + (ids.size() - 1) + " the witness saw position " + event.path("position"));
        }
        ids.add(event.path("id").asString());
    }

    private void keepCheckpoint(Node query) throws InterruptedException {
        try {
            var reply = calls.get(query.url("/v1/log/checkpoint"), Role.AUDITOR);
            if (reply.isOk() && known.add(reply.body())) {
                checkpoints.add(Files.writeString(folder.resolve(checkpoints.size() + ".checkpoint"), reply.body()));
            }
        } catch (UncheckedIOException | IOException e) {
            // next time
        }
    }

    /** Every one that was seen; may be asked when it looks no more. */
    List<Path> checkpoints() {
        return checkpoints;
    }

    /** Holds the ledger against what was seen; may be asked when it looks no more. */
    void check(List<LedgerRow> rows, Findings findings) {
        findings.addAll("the order of events", complaints);
        var now = rows.stream().limit(ids.size()).map(LedgerRow::eventId).toList();
        if (!now.equals(ids)) {
            findings.add("events that the witness saw are not there any more, or not where they were");
        }
        if (ids.isEmpty() || checkpoints.isEmpty()) {
            findings.add("the witness saw nothing");
        }
    }

    @Override
    public void close() {
        isOn = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
