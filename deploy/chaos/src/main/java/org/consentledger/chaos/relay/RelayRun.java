package org.consentledger.chaos.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.consentledger.chaos.clock.ClockShift;
import org.consentledger.chaos.disturbance.Wait;
import org.consentledger.chaos.ground.Node;
import org.consentledger.chaos.load.Load;
import org.consentledger.chaos.proof.Findings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run: load, kills of the broker and of whoever relays, quiet, and the proof that a consumer got each event once. */
final class RelayRun {

    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(5);
    private static final int RECORDED_MEANWHILE = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    private final RelayGround scene;
    private final Random random;
    private final Consumer<String> progress;
    private final Findings findings;
    private final Follower follower;
    private int brokerKills;
    private int relayKills;

    private RelayRun(RelayGround scene, long seed, Consumer<String> progress, Follower follower) {
        this.scene = scene;
        this.random = new Random(seed);
        this.progress = progress;
        this.findings = new Findings(progress);
        this.follower = follower;
    }

    /**
     * Does it all.
     *
     * @param seed decides what is sent, and who is killed when
     * @param atLeast how long kills go on; each kind happens once even if that takes longer
     */
    static RelayResult run(RelayGround scene, long seed, Duration atLeast, Consumer<String> progress) throws Exception {
        Wait.until("the topic is there", () -> scene.head() >= 0 && hasTopic(scene));
        try (var follower = new Follower(scene.topic())) {
            return new RelayRun(scene, seed, progress, follower).run(atLeast);
        }
    }

    private static boolean hasTopic(RelayGround scene) {
        try (var consumer = scene.topic().consumer(Topic.READ_COMMITTED)) {
            return consumer.listTopics().containsKey(Topic.NAME);
        }
    }

    private RelayResult run(Duration atLeast) throws Exception {
        var load = new Load(scene.ground(), scene.calls(), random.nextLong());
        awaitFlow("the first events have gone out");
        var end = System.nanoTime() + atLeast.toNanos();
        do {
            killRelay();
            killBroker();
            killBoth();
        } while (System.nanoTime() < end);
        load.stop(SETTLED_WITHIN);
        findings.addAll("callers complain", load.book().complaints());
        var head = scene.head();
        Wait.until("everything has gone out", () -> follower.count() > head);
        return proven(head);
    }

    private void killRelay() throws Exception {
        var node = relaying();
        node.kill();
        relayKills++;
        var begin = System.nanoTime();
        awaitFlow("another node has taken over from " + node);
        progress.accept(String.format(
                Locale.ROOT, "SIGKILL %s; events of later went out %.1f s later", node, secondsSince(begin)));
        node.startAgain(ClockShift.NONE);
    }

    private void killBroker() throws Exception {
        scene.broker().kill();
        brokerKills++;
        awaitRecorded();
        scene.broker().start();
        var begin = System.nanoTime();
        awaitFlow("events go out again after the broker was killed");
        progress.accept(String.format(
                Locale.ROOT, "SIGKILL broker; events went out %.1f s after it was started again", secondsSince(begin)));
    }

    /** At a moment that chance chooses, so that transactions are cut in different places. */
    private void killBoth() throws Exception {
        var node = relaying();
        Thread.sleep(random.nextInt(100));
        node.kill();
        scene.broker().kill();
        relayKills++;
        brokerKills++;
        node.startAgain(ClockShift.NONE);
        scene.broker().start();
        var begin = System.nanoTime();
        awaitFlow("events go out again after the broker and " + node + " were killed");
        progress.accept(String.format(
                Locale.ROOT, "SIGKILL broker and %s; events went out %.1f s later", node, secondsSince(begin)));
    }

    private Node relaying() {
        // the look that finds one counts: a second one may find none
        var seen = new AtomicReference<Optional<Node>>(Optional.empty());
        Wait.until("a node relays", () -> {
            seen.set(scene.relaying());
            return seen.get().isPresent();
        });
        return seen.get().orElseThrow();
    }

    private void awaitRecorded() throws SQLException {
        var before = scene.head();
        Wait.until("more is recorded", () -> scene.head() >= before + RECORDED_MEANWHILE);
    }

    /** Until something that was recorded after this moment has reached the follower. */
    private void awaitFlow(String what) throws SQLException {
        var now = scene.head();
        Wait.until(what, () -> follower.highest() > now);
    }

    private RelayResult proven(long head) throws IOException {
        var followed = follower.received();
        var committed = scene.topic().all(Topic.READ_COMMITTED);
        var takenBack = scene.topic().all(Topic.READ_UNCOMMITTED).stream()
                        .filter(one -> one.position() <= head)
                        .count()
                - (head + 1);
        // last, so that it has whatever they have
        var proof = new RelayProof(feed(), head, findings);
        proof.of("the consumer that was there all the while", followed);
        proof.of("a consumer that reads from the beginning", committed);
        return new RelayResult(head + 1, brokerKills, relayKills, takenBack, findings.all());
    }

    private List<JsonNode> feed() throws IOException {
        var file = scene.ground().folder().resolve("feed.ndjson");
        Wait.until(
                "a node answers with all events",
                () -> isDownloaded(scene.ground().query(), file));
        try (var lines = Files.lines(file)) {
            return lines.map(JsonMapper.shared()::readTree).toList();
        }
    }

    /** It may have been started again just now. */
    private boolean isDownloaded(Node node, Path file) throws InterruptedException {
        try {
            scene.calls().download(node.url("/v1/events"), "application/x-ndjson", file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / NANOS_PER_SECOND;
    }
}
