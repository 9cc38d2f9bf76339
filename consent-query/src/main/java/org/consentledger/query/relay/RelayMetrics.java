package org.consentledger.query.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How relaying goes on this node. */
record RelayMetrics(RelayProgress progress) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ledger.relay.active", progress, relay -> relay.isActive() ? 1 : 0)
                .description(
                        "1 if this node relays events to Kafka or tries to, 0 if it stands by while another one does")
                .register(meters);
        Gauge.builder("ledger.relay.position", progress, RelayProgress::position)
                .description(
                        "Position of the last event that went out to Kafka; NaN on a node that stands by, or does not know yet")
                .register(meters);
        Gauge.builder("ledger.relay.lag.events", progress, RelayProgress::lagEvents)
                .description(
                        "Events that have not gone out to Kafka yet; NaN on a node that stands by, or does not know yet")
                .register(meters);
        Gauge.builder("ledger.relay.lag", progress, RelayProgress::lagSeconds)
                .description(
                        "How long something has been waiting to go out to Kafka, 0 if nothing is; NaN on a node that stands by")
                .baseUnit("seconds")
                .register(meters);
        FunctionCounter.builder("ledger.relay.events", progress, RelayProgress::events)
                .description("Events that this node sent to Kafka")
                .register(meters);
        FunctionCounter.builder("ledger.relay.failures", progress, RelayProgress::failures)
                .description("How often relaying broke off on this node, and was begun anew")
                .register(meters);
    }
}
