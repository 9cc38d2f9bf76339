package org.consentledger.http.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeterConventionsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void agree() {
        meters.config().meterFilter(new MeterConventions());
    }

    @Test
    void whatALibraryDoesNotDescribeIsDescribed() {
        var timer = Timer.builder("http.server.requests").tag("uri", "/v1/x").register(meters);

        assertThat(timer.getId().getDescription()).isNotBlank();
        assertThat(timer.getId().getTag("uri")).isEqualTo("/v1/x");
    }

    @Test
    void whatItDescribesStays() {
        var timer = Timer.builder("other").description("as it was").register(meters);

        assertThat(timer.getId().getDescription()).isEqualTo("as it was");
        assertThat(timer.takeSnapshot().histogramCounts()).isEmpty();
    }

    @Test
    void aNameThatPromisesAHistogramIsChanged() {
        Gauge.builder("system.cpu.count", () -> 4).description("processors").register(meters);

        assertThat(meters.get("system.cpus").gauge().value()).isEqualTo(4);
        assertThat(meters.find("system.cpu.count").gauge()).isNull();
    }

    @Test
    void whatIsNotInBaseUnitsIsLeftOut() {
        Timer.builder("process.cpu.time").register(meters);
        Gauge.builder("tomcat.sessions.active.max", () -> 0).register(meters);

        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void timeSpentIsInSeconds() {
        var spent = new AtomicLong(2_500);
        new SecondsSpent("work", "time spent", TimeUnit.MILLISECONDS, spent::get).bindTo(meters);

        assertThat(meters.get("work").functionCounter().count()).isEqualTo(2.5);
        spent.set(4_000);
        assertThat(meters.get("work").functionCounter().count()).isEqualTo(4);
    }

    @Test
    void timeThatNobodyKnowsIsNoMetric() {
        new SecondsSpent("work", "time spent", TimeUnit.MILLISECONDS, () -> -1).bindTo(meters);

        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void processorTimeIsMeasuredHere() {
        new MetricsConfiguration().processorTime().bindTo(meters);
        new MetricsConfiguration().compilationTime().bindTo(meters);

        assertThat(meters.get("process.cpu").functionCounter().count()).isPositive();
        assertThat(meters.get("jvm.compilation").functionCounter().count()).isPositive();
    }
}
