package org.consentledger.query.webhook;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.query.projection.LoggedCause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sees to it that each webhook is delivered by one node. A node says every second that it is still there; what it held is another's
 * {@link #LEASE} after it said so for the last time, or at once if it stopped as it should.
 */
final class Deliveries implements SmartLifecycle {

    /** How long a node is taken for one that delivers without a word from it. */
    static final Duration LEASE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final long REWRAP_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final UUID node = UUID.randomUUID();
    private final DeliveryMeans means;
    private final Semaphore asked = new Semaphore(0);
    private final Map<UUID, Running> running = new HashMap<>();
    private long rewrapAt = System.nanoTime();
    private volatile boolean isStopped;
    private volatile @Nullable Thread thread;

    private record Running(Delivery delivery, Thread thread) {}

    Deliveries(DeliveryMeans means) {
        this.means = means;
    }

    /** Something is to be done otherwise than before. */
    void wake() {
        asked.release();
    }

    private void watch() {
        var reachable = true;
        try {
            while (!isStopped) {
                try {
                    look();
                    reachable = true;
                } catch (RuntimeException | Error e) {
                    // an error too: nobody else would hear of it, and this node would deliver nothing more
                    if (reachable && !isStopped) {
                        LOG.warn("webhooks wait: {}", LoggedCause.of(e));
                    }
                    reachable = false;
                }
                if (asked.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    asked.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Time is taken before the database is asked: the node gives up earlier than others take over. */
    private void look() {
        var until = System.nanoTime() + LEASE.toNanos();
        var held = Stream.concat(means.rows().renew(node, LEASE).stream(), means.rows().take(node, LEASE).stream())
                .collect(Collectors.toMap(DeliveryRows.Held::id, DeliveryRows.Held::revision));
        end(running.keySet().stream().filter(id -> !held.containsKey(id)).toList());
        held.forEach((id, revision) -> {
            var current = running.get(id);
            if (current == null || !current.thread().isAlive()) {
                current = start(id, revision, until);
                running.put(id, current);
            }
            current.delivery().hold(revision, until);
        });
        if (System.nanoTime() - rewrapAt >= 0) {
            rewrapAt = System.nanoTime() + REWRAP_EVERY_NANOS;
            means.secrets().rewrap();
        }
    }

    private Running start(UUID id, int revision, long until) {
        var delivery = new Delivery(id, revision, node, means);
        delivery.hold(revision, until);
        return new Running(delivery, Thread.ofVirtual().name("webhook " + id).start(delivery));
    }

    private void end(List<UUID> ids) {
        ids.forEach(id -> {
            var ended = running.remove(id);
            if (ended != null) {
                ended.delivery().end();
            }
        });
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("webhooks").daemon().start(this::watch);
    }

    /** Lets what is under way arrive, and others go on at once. */
    @Override
    public void stop() {
        isStopped = true;
        asked.release();
        var until = System.nanoTime() + STOP_WITHIN.toNanos();
        try {
            var watcher = thread;
            if (watcher != null) {
                watcher.join(STOP_WITHIN);
            }
            running.values().forEach(each -> each.delivery().end());
            for (var each : running.values()) {
                if (!each.thread().join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
                    each.thread().interrupt();
                }
            }
            means.rows().letGo(node);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("other nodes will take webhooks over in some seconds: {}", LoggedCause.of(e));
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && !isStopped;
    }
}
