package org.consentledger.query.replay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What this node is doing for replays. A scrape asks no database. */
@Component
final class ReplayMetrics implements MeterBinder {

    private final ReplayRunner runner;

    ReplayMetrics(ReplayRunner runner) {
        this.runner = runner;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledger.replays.running", () -> runner.progress().isPresent() ? 1 : 0)
                .description("Replays that run on this node: 1 or 0, as they take turns")
                .register(registry);
        Gauge.builder("ledger.replay.progress", () -> runner.progress().orElse(Double.NaN))
                .description("How much of the replay on this node is done, 0 to 1; no number while none runs")
                .register(registry);
    }
}
