package org.consentledger.chaos.stop;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.consentledger.chaos.call.Credentials;
import org.consentledger.chaos.ground.Node;
import org.consentledger.standalone.token.Role;
import tools.jackson.databind.json.JsonMapper;

/** Send one transfer after the other over connections that they keep, each attempt once, and remember what came of it. */
final class Callers implements AutoCloseable {

    private static final int CALLERS = 8;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An attempt that was not answered 201, in words. */
    final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** Positions of what was acknowledged. */
    final Map<Long, Node> acknowledged = new ConcurrentHashMap<>();

    private final Balancer balancer;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean isOn = true;

    Callers(Balancer balancer) {
        this.balancer = balancer;
        for (var i = 0; i < CALLERS; i++) {
            threads.add(Thread.ofVirtual().start(this::work));
        }
    }

    private void work() {
        // each of its own, so that connections are kept and used again
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (isOn) {
                var node = balancer.next().orElseThrow();
                attempt(http, node);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(HttpClient http, Node node) throws InterruptedException {
        var request = HttpRequest.newBuilder(node.directUrl("/v1/commands/record-transfer"))
                .header("Authorization", Credentials.of(Role.WRITER))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(numbers.incrementAndGet())))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 201) {
                acknowledged.put(JSON.readTree(answer.body()).path("position").asLong(-1), node);
            } else {
                failures.add(node + " answered " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            failures.add(node + ": " + e);
        }
    }

    private static String body(int number) {
        return """
                {"subject": "planted-stop-%d", "recipient": "mailing-house", "purpose": "contract-performance",
                 "dataCategories": ["contact"], "intent": "REPORT", "occurredAt": "2020-01-01T00:00:00Z"}
                """.formatted(number);
    }

    /** Returns when the last one is answered. */
    void end() throws InterruptedException {
        isOn = false;
        for (var thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        isOn = false;
        threads.forEach(Thread::interrupt);
    }
}
