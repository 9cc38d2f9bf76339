package org.consentledger.query.projection;

import java.util.List;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/** The projections at work in this process: from before the web server starts until after it has stopped. */
final class LiveProjections implements SmartLifecycle {

    private final List<LiveProjection> all;
    private volatile boolean running;

    LiveProjections(List<LiveProjection> all) {
        this.all = List.copyOf(all);
    }

    List<LiveProjection> all() {
        return all;
    }

    Optional<LiveProjection> named(String name) {
        return all.stream().filter(projection -> projection.name().equals(name)).findFirst();
    }

    @Override
    public void start() {
        all.forEach(LiveProjection::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        all.forEach(LiveProjection::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ProjectionPhases.PROCESSORS;
    }
}
