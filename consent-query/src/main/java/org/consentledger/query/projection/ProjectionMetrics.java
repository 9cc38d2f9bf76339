package org.consentledger.query.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import org.consentledger.query.share.Sharing;

/** How far the ledger and its projections have come, on whichever node. A scrape asks no database; see {@link Sampler}. */
final class ProjectionMetrics implements MeterBinder {

    private static final double MILLIS_PER_SECOND = 1_000;

    private final List<String> projections;
    private final Sampler sampler;
    private final Sharing sharing;
    private final Clock clock;

    ProjectionMetrics(List<String> projections, Sampler sampler, Sharing sharing, Clock clock) {
        this.projections = List.copyOf(projections);
        this.sampler = sampler;
        this.sharing = sharing;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledger.position", () -> sampler.latest().head())
                .description(
                        "Position of the newest event that this node knows of, -1 when the ledger is empty; the same on every"
                                + " node but for a second")
                .register(registry);
        projections.forEach(name -> bindTo(registry, name));
    }

    private void bindTo(MeterRegistry registry, String name) {
        Gauge.builder("projection.position", () -> sampler.latest().position(name))
                .description(
                        "Position of the last event in the projection's tables, -1 when they are empty; the same on every node")
                .tag("projection", name)
                .register(registry);
        Gauge.builder("projection.lag.events", () -> sampler.latest().lagEvents(name))
                .description("Events that are not in the projection yet; the same on every node")
                .tag("projection", name)
                .register(registry);
        Gauge.builder(
                        "projection.lag",
                        () -> sampler.latest().lag(name, clock.instant()).toMillis() / MILLIS_PER_SECOND)
                .description(
                        "Age of the oldest event that is not in the projection yet, 0 when there is none; grows too while the"
                                + " database cannot be asked")
                .baseUnit("seconds")
                .tag("projection", name)
                .register(registry);
        Gauge.builder("projection.here", () -> sharing.isHeldHere(name) ? 1 : 0)
                .description("1 on the node that keeps the projection up to date, 0 on every other")
                .tag("projection", name)
                .register(registry);
    }
}
