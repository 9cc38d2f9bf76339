package org.consentledger.query.share;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds out twice a second which work is this node's. What is decided here says who is to try; that only one does is for
 * the claim on a token to see to.
 */
public final class Sharing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sharing.class);

    private static final Duration SAY_EVERY = Duration.ofMillis(500);

    /** Several times the above: a pause of the process is not its death. */
    static final Duration SILENT_FOR = Duration.ofSeconds(3);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final String node;
    private final NodeTable table;
    private final int phase;
    private final List<Work> works = new CopyOnWriteArrayList<>();
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile Set<String> mine = Set.of();
    private volatile Map<String, String> holders = Map.of();
    private volatile boolean isRunning;
    private final Thread thread;

    /**
     * Does nothing before it is started.
     *
     * @param node which no other process has or had; by this name it owns tokens
     * @param phase of the service's life in which to start: before anything that asks what is this node's
     */
    public Sharing(String node, JdbcClient jdbc, int phase) {
        this.node = node;
        this.table = new NodeTable(jdbc, SILENT_FOR);
        this.phase = phase;
        this.thread = Thread.ofPlatform().name("sharing").daemon().unstarted(this::watch);
    }

    /** The name of this node. */
    public String node() {
        return node;
    }

    /** To be called before this is started. */
    public void add(Work work) {
        works.add(work);
    }

    /** Whether this node is to do it. */
    public boolean isMine(String work) {
        return mine.contains(work);
    }

    /** Whether this node did it when it last looked, less than a second ago while the database can be asked. */
    public boolean isHeldHere(String work) {
        return node.equals(holders.get(work));
    }

    /** The node that did it at the last look here; empty if none did. */
    public Optional<String> holder(String work) {
        return Optional.ofNullable(holders.get(work));
    }

    @Override
    public void start() {
        look();
        isRunning = true;
        thread.start();
    }

    private void watch() {
        var isReachable = true;
        try {
            while (!left.await(SAY_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look();
                    isReachable = true;
                } catch (RuntimeException | Error e) {
                    // an error too: nobody else would hear of it, and this node would go on with what it knew
                    if (isReachable) {
                        LOG.warn(
                                "nobody knows which nodes are there; trying on: {}",
                                e.getClass().getName());
                    }
                    isReachable = false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        table.say(me());
        var freed = table.freeOfDead();
        if (freed > 0) {
            LOG.info("{} projections of nodes that say nothing any more are free for others", freed);
        }
        holders = Map.copyOf(table.holders());
        decide(FairShare.of(table.alive(), holders));
    }

    private Member me() {
        var stuck = works.stream().filter(Work::isStuck).map(Work::name).collect(toSet());
        return new Member(node, works.stream().map(Work::name).collect(toSet()), stuck);
    }

    private void decide(Map<String, String> shares) {
        var before = mine;
        mine = works.stream()
                .map(Work::name)
                .filter(work -> node.equals(shares.get(work)))
                .collect(toSet());
        for (var work : works) {
            if (isMine(work.name()) && !before.contains(work.name())) {
                LOG.info("projection {} is for this node to keep up to date", work.name());
            } else if (!isMine(work.name()) && isHeldHere(work.name())) {
                LOG.info("projection {} is for another node to keep up to date", work.name());
                work.giveUp();
            }
        }
    }

    /**
     * Tells the others that this node is going, so that they take over what it gives up from now on. Nothing is this node's
     * after that.
     */
    public void leave() {
        left.countDown();
        try {
            thread.join(STOP_WITHIN);
            mine = Set.of();
            table.leave(node);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn(
                    "other nodes are not told that this one goes, and find out in {} s: {}",
                    SILENT_FOR.toSeconds(),
                    e.getClass().getName());
        }
    }

    @Override
    public void stop() {
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
