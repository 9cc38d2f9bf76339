package org.consentledger.query.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells how webhooks stand. */
final class WebhookMeters {

    private final Supplier<WebhookStanding> standing;
    private volatile WebhookStanding latest = WebhookStanding.NONE;

    /** @param standing asks the database */
    WebhookMeters(Supplier<WebhookStanding> standing, MeterRegistry meters) {
        this.standing = standing;
        for (var state : WebhookState.values()) {
            Gauge.builder("ledger.webhooks", () -> latest.byState().getOrDefault(state, 0L))
                    .description("Webhooks, by state; the same on every node")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        Gauge.builder("ledger.webhook.lag", () -> latest.lagEvents())
                .description(
                        "Events that the active webhook furthest behind has still to look at; the same on every node")
                .baseUnit("events")
                .register(meters);
        Gauge.builder("ledger.webhook.failing", () -> latest.failingSeconds())
                .description("Time since the first failed attempt of the active webhook that has failed longest without"
                        + " delivering anything; the same on every node")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("ledger.webhook.dead.letters", () -> latest.deadLetters())
                .description(
                        "Events that webhooks' receivers did not take and nobody has dealt with; the same on every node")
                .register(meters);
    }

    void look() {
        latest = standing.get();
    }
}
