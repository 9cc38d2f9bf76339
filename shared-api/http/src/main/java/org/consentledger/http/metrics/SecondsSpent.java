package org.consentledger.http.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Time that Java counts in another unit than the base unit of Prometheus.
 *
 * @param unit in which it is counted
 * @param spent never falls; negative if it is not known, and then there is no such metric
 */
record SecondsSpent(String name, String description, TimeUnit unit, LongSupplier spent) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        if (spent.getAsLong() >= 0) {
            FunctionCounter.builder(name, this, SecondsSpent::seconds)
                    .description(description)
                    .baseUnit("seconds")
                    .register(meters);
        }
    }

    private double seconds() {
        return (double) spent.getAsLong() / unit.convert(1, TimeUnit.SECONDS);
    }
}
