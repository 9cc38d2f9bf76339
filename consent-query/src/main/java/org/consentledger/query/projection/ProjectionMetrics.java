package org.consentledger.query.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.consentledger.ledger.reading.LedgerReader;

/** How far the ledger and its projections have come, read from the database at each scrape: right on every node. */
final class ProjectionMetrics implements MeterBinder {

    private static final double MILLIS_PER_SECOND = 1_000;

    private final Projections projections;
    private final LedgerReader ledger;

    ProjectionMetrics(Projections projections, LedgerReader ledger) {
        this.projections = projections;
        this.ledger = ledger;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledger.position", ledger, LedgerReader::head)
                .description("Position of the newest event in the ledger, -1 when it is empty")
                .register(registry);
        projections.names().forEach(name -> bindTo(registry, name));
    }

    private void bindTo(MeterRegistry registry, String name) {
        Gauge.builder("projection.position", () -> projections.position(name))
                .description("Position of the last event in the projection's tables, -1 when they are empty")
                .tag("projection", name)
                .register(registry);
        Gauge.builder("projection.lag.events", () -> projections.lagEvents(name))
                .description("Positions between the projection and the ledger's newest event")
                .tag("projection", name)
                .register(registry);
        Gauge.builder("projection.lag", () -> projections.lag(name).toMillis() / MILLIS_PER_SECOND)
                .description("Age of the oldest event that is not in the projection yet, 0 when there is none")
                .baseUnit("seconds")
                .tag("projection", name)
                .register(registry);
    }
}
