package org.consentledger.chaos.stop;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.consentledger.chaos.ground.Node;

/** Distributes requests among the nodes that say they are ready, as it was when it last asked: every 100 ms. */
final class Balancer implements AutoCloseable {

    private static final long ASK_EVERY_MILLIS = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Node> nodes;
    private final Set<Node> ready = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean isOn = true;

    Balancer(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        this.ready.addAll(nodes);
        this.thread = Thread.ofVirtual().start(this::watch);
    }

    /** One that was ready. */
    Optional<Node> next() {
        var now = List.copyOf(ready);
        return now.isEmpty()
                ? Optional.empty()
                : Optional.of(now.get(ThreadLocalRandom.current().nextInt(now.size())));
    }

    boolean isReady(Node node) {
        return ready.contains(node);
    }

    private void watch() {
        try {
            while (isOn) {
                for (var node : nodes) {
                    if (answersReady(node)) {
                        ready.add(node);
                    } else {
                        ready.remove(node);
                    }
                }
                Thread.sleep(ASK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answersReady(Node node) throws InterruptedException {
        var probe = HttpRequest.newBuilder(node.managementUrl("/actuator/health/readiness"))
                .build();
        try {
            return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        isOn = false;
        http.shutdownNow();
        thread.interrupt();
    }
}
