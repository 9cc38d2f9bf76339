package org.consentledger.query.projection;

import java.util.List;
import java.util.Optional;
import org.consentledger.query.share.Sharing;
import org.springframework.context.SmartLifecycle;

/** The projections at work in this process: from before the web server starts until after it has stopped. */
final class LiveProjections implements SmartLifecycle {

    private final List<LiveProjection> all;
    private final Sharing sharing;
    private volatile boolean running;

    /** @param sharing says which of them are for this node to keep up to date */
    LiveProjections(List<LiveProjection> all, Sharing sharing) {
        this.all = List.copyOf(all);
        this.sharing = sharing;
        all.forEach(sharing::add);
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
        sharing.leave();
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
