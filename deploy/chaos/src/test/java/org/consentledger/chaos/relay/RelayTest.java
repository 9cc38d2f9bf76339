package org.consentledger.chaos.relay;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.consentledger.mailing.Addressee;
import org.consentledger.mailing.Campaign;
import org.consentledger.mailing.Post;
import org.consentledger.standalone.token.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** A real broker and two nodes that relay to it, all of them processes. What happened is in the test's output. */
@TestMethodOrder(OrderAnnotation.class)
class RelayTest {

    private static final long SEED = 2016;
    private static final String PURPOSE = "business-notices";

    private static RelayGround scene;

    @BeforeAll
    static void start() throws Exception {
        // a client tells of every attempt to reach a broker that was killed, and of much else besides
        ((Logger) LoggerFactory.getLogger("org.apache.kafka")).setLevel(Level.ERROR);
        scene = RelayGround.start(Path.of("target", "relay"), Path.of("..", "broker"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (scene != null) {
            scene.close();
        }
    }

    /** First, while the ledger is small. */
    @Test
    @Order(1)
    void aMailingStopsWhenItsAddresseeRevokes() throws Exception {
        var stays = consenting("planted-mailed-1");
        var revokes = consenting("planted-mailed-2");
        var post = new Recording();
        var mailing = Thread.ofVirtual()
                .start(() ->
                        run(new Campaign(List.of(stays, revokes), Integer.MAX_VALUE, Duration.ofMillis(10), post)));
        assertThat(post.begun.await(1, TimeUnit.MINUTES)).isTrue();

        command(
                "revoke-consent",
                Map.of("subject", revokes.customer(), "purposes", List.of(PURPOSE), "channel", "EMAIL"));
        var acknowledged = System.nanoTime();
        assertThat(post.stop.await(1, TimeUnit.MINUTES)).isTrue();
        System.out.printf("stopped %.0f ms after the ledger's answer%n", (post.stoppedAt - acknowledged) / 1e6);
        assertThat(post.goesOn.await(1, TimeUnit.MINUTES))
                .as("letters to others go on")
                .isTrue();
        mailing.interrupt();
        mailing.join();

        assertThat(post.stopped).containsExactly(revokes);
        assertThat(post.afterStop).isNotEmpty().containsOnly(stays);
    }

    @Test
    @Order(2)
    void aConsumerGetsEachEventOnceWhoeverIsKilled() throws Exception {
        var result = RelayRun.run(scene, SEED, Duration.ZERO, System.out::println);
        System.out.println(result.lastLine());

        assertThat(result.findings()).isEmpty();
        assertThat(result.isGood()).isTrue();
    }

    private static void run(Campaign campaign) {
        try {
            campaign.run(scene.topic().client(), Topic.NAME, PURPOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Addressee consenting(String customer) throws Exception {
        var position = command(
                "give-consent",
                Map.of(
                        "subject",
                        customer,
                        "notice",
                        "reference",
                        "noticeVersion",
                        "2016-10",
                        "purposes",
                        List.of(PURPOSE),
                        "evidence",
                        Map.of("channel", "WEB_FORM", "form", "EXPLICIT")));
        var consents = scene.calls()
                .get(
                        scene.ground().query().url("/v1/subjects/" + customer + "/consents?minPosition=" + position),
                        Role.WRITER);
        return new Addressee(customer, consents.json().path("subjectId").asString());
    }

    private static long command(String name, Map<String, Object> body) throws Exception {
        var node = scene.ground().commandNodes().getFirst();
        var reply = scene.calls()
                .command(
                        node.url("/v1/commands/" + name),
                        null,
                        JsonMapper.shared().writeValueAsString(body));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().path("position").asLong();
    }

    /** Remembers which letters were sent when. */
    private static final class Recording implements Post {

        private static final int ENOUGH = 3;

        private final CountDownLatch begun = new CountDownLatch(2 * ENOUGH);
        private final CountDownLatch stop = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(ENOUGH);
        private final Queue<Addressee> stopped = new ConcurrentLinkedQueue<>();
        private final Queue<Addressee> afterStop = new ConcurrentLinkedQueue<>();
        private volatile long stoppedAt;

        @Override
        public void send(Addressee addressee, int number) {
            begun.countDown();
            if (!stopped.isEmpty()) {
                afterStop.add(addressee);
                goesOn.countDown();
            }
        }

        @Override
        public void stopped(Addressee addressee) {
            stoppedAt = System.nanoTime();
            stopped.add(addressee);
            stop.countDown();
        }
    }
}
