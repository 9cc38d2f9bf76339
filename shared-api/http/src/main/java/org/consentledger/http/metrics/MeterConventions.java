package org.consentledger.http.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What libraries measure, as {@code promtool check metrics} wants it: each metric says what it is, in base units, under a
 * name that fits its type.
 */
final class MeterConventions implements MeterFilter {

    static final String REQUESTS = "http.server.requests";

    /** Measured without a word on what it is. */
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            REQUESTS,
            "Requests answered on the service's own port, and how long that took",
            REQUESTS + ".active",
            "Requests being answered; how they end, and where they lead, is not known yet",
            "tasks.scheduled.execution",
            "Work that the service does by itself now and then, and how long it took",
            "tasks.scheduled.execution.active",
            "Work that the service is doing by itself");

    /** Others mean a part of a histogram by that ending. */
    private static final Map<String, String> NAMES = Map.of("system.cpu.count", "system.cpus");

    /** Counted in units that are no base units; {@link MetricsConfiguration} has the same in seconds. */
    private static final Set<String> REPLACED = Set.of("process.cpu.time", "jvm.compilation.time");

    /** There are none: each request brings its token. */
    private static final String SESSIONS = "tomcat.sessions.";

    /** From what a query takes to where callers give up; few, as each label's value has all of them. */
    private static final double[] REQUEST_BUCKETS = Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return REPLACED.contains(id.getName()) || id.getName().startsWith(SESSIONS)
                ? MeterFilterReply.DENY
                : MeterFilterReply.NEUTRAL;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        var described = described(id, DESCRIPTIONS.get(id.getName()));
        var name = NAMES.get(id.getName());
        return name == null ? described : described.withName(name);
    }

    private static Meter.Id described(Meter.Id id, @Nullable String description) {
        return description == null
                ? id
                : new Meter.Id(
                        id.getName(), Tags.of(id.getTagsAsIterable()), id.getBaseUnit(), description, id.getType());
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS)
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(REQUEST_BUCKETS)
                        .build()
                        .merge(config)
                : config;
    }
}
