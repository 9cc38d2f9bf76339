package org.consentledger.query.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts attempts by what became of them. */
@Component
class DeliveryCounters {

    /** What became of one. */
    enum Outcome {
        DELIVERED("delivered"),
        POSTPONED("postponed"),
        DEAD_LETTER("dead_letter"),
        GONE("gone");

        private final String tag;

        Outcome(String tag) {
            this.tag = tag;
        }
    }

    private final Map<Outcome, Counter> attempts;

    DeliveryCounters(MeterRegistry meters) {
        this.attempts = Stream.of(Outcome.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        outcome -> Counter.builder("ledger.webhook.attempts")
                                .description(
                                        "Attempts to deliver an event to a webhook's receiver, by what became of them")
                                .tag("outcome", outcome.tag)
                                .register(meters)));
    }

    void count(Outcome outcome) {
        Objects.requireNonNull(attempts.get(outcome)).increment();
    }
}
