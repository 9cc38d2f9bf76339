package org.consentledger.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures for people. */
public final class Table {

    /** What is told, in this order, and what each is. */
    private static final List<Map.Entry<String, String>> ROWS = List.of(
            Map.entry("commands.ledger", "durable commands per second, 64 connections"),
            Map.entry("commands.baseline", "the same, plain Axon application"),
            Map.entry("commands.noop", "the same server, doing nothing"),
            Map.entry("commands.pgbench", "rows of the same size into the bare database"),
            Map.entry("commands.before", "the same, by the build that BENCH_BEFORE names"),
            Map.entry("commands.ratioToBefore", "ledger / the build before"),
            Map.entry("commands.ratioToBaseline", "ledger / plain Axon application"),
            Map.entry("commands.ratioToNoop", "ledger / doing nothing"),
            Map.entry("commands.ratioToPgbench", "ledger / bare database"),
            Map.entry("bulk.stream", "durable commands per second in one stream of lines"),
            Map.entry("bulk.oneByOne", "the same, each sent when the one before is answered"),
            Map.entry("bulk.connections64", "the same, single commands on 64 connections"),
            Map.entry("bulk.before64", "the same, by the build that BENCH_BEFORE names"),
            Map.entry("bulk.ratioToOneByOne", "stream / one by one"),
            Map.entry("bulk.ratioTo64", "stream / 64 connections"),
            Map.entry("latencyMs.p50", "ms, command at half of that load, open model"),
            Map.entry("latencyMs.p99", "ms"),
            Map.entry("latencyMs.p999", "ms"),
            Map.entry("stalenessMs.p50", "ms from recorded to visible, 500 commands/s"),
            Map.entry("stalenessMs.p99", "ms"),
            Map.entry("rebuild.eventsPerSecond100k", "events/s, all projections, medium ledger"),
            Map.entry("rebuild.eventsPerSecond1m", "events/s, all projections, large ledger"),
            Map.entry("rebuild.baseline", "events/s, plain tracking processors"),
            Map.entry("rebuild.ratioToBaseline", "medium ledger / plain tracking processors"),
            Map.entry("rebuild.perEventGrowth", "time per event, large / medium"),
            Map.entry("growth.subject100", "command, subject with 100 events / with 1"),
            Map.entry("growth.subject10k", "command, subject with a long history / with 1 event"),
            Map.entry("growth.ledger1m", "command, large ledger / small"),
            Map.entry("growth.query1m", "query, large ledger / small"),
            Map.entry("growth.proof1m", "inclusion proof, large ledger / small"),
            Map.entry("growth.medianMs.proofLarge", "ms, inclusion proof, large ledger"),
            Map.entry("reads.consents", "consent states per second, 64 connections"),
            Map.entry("reads.decisions", "dry-run decisions per second"),
            Map.entry("reads.noop", "the same server, doing nothing"),
            Map.entry("reads.consentRatioToNoop", "consent states / doing nothing"),
            Map.entry("reads.decisionRatioToNoop", "decisions / doing nothing"),
            Map.entry("replay.eventsPerSecond", "events/s, replay of the large ledger"),
            Map.entry("memoryMiB.replay", "MiB resident meanwhile"),
            Map.entry("replay.commandsAlone", "durable commands per second, no replay"),
            Map.entry("replay.commandsBeside", "the same, beside a replay"),
            Map.entry("replay.commandsRatio", "beside a replay / without"),
            Map.entry("capacity.commandsPerSecond.onePartition", "durable commands per second, large ledger"),
            Map.entry("capacity.commandsPerSecond.tenPartitions", "the same in ten partitions"),
            Map.entry("capacity.partitionsRatio", "ten partitions / one"),
            Map.entry("capacity.commandsPerDayMillions", "million commands a day at that load"),
            Map.entry("capacity.walBytesPerCommand", "bytes of WAL for each command"),
            Map.entry("capacity.bytesPerEvent.all", "bytes of database for each event, of which"),
            Map.entry("capacity.bytesPerEvent.events", "events"),
            Map.entry("capacity.bytesPerEvent.indexes", "their indexes"),
            Map.entry("capacity.bytesPerEvent.tree", "the log's tree"),
            Map.entry("capacity.bytesPerEvent.keyring", "subjects and their keys"),
            Map.entry("capacity.bytesPerEvent.projections", "projections"),
            Map.entry("capacity.eventsPerSecond.consents", "events/s, rebuild of the consents alone"),
            Map.entry("capacity.eventsPerSecond.transfers", "events/s, rebuild of the transfers alone"),
            Map.entry("capacity.eventsPerSecond.replay", "events/s, replay"),
            Map.entry("capacity.at100m.gib", "GiB at 100 million events, in proportion"),
            Map.entry("capacity.at100m.hours.consents", "h to rebuild the consents there"),
            Map.entry("capacity.at100m.hours.transfers", "h to rebuild the transfers there"),
            Map.entry("capacity.at100m.hours.replay", "h to replay it"),
            Map.entry("capacity.at1000m.gib", "GiB at 1,000 million events, in proportion"),
            Map.entry("capacity.at1000m.hours.consents", "h to rebuild the consents there"),
            Map.entry("capacity.at1000m.hours.transfers", "h to rebuild the transfers there"),
            Map.entry("capacity.at1000m.hours.replay", "h to replay it"),
            Map.entry("memoryMiB.command", "MiB resident at that load"),
            Map.entry("memoryMiB.query", "MiB resident at that load"),
            Map.entry("startSeconds.command", "s from start to ready"),
            Map.entry("startSeconds.query", "s from start to ready"));

    private Table() {}

    /** Only what was measured. */
    public static String of(Figures figures) {
        var targets = Target.ALL.stream().collect(Collectors.toMap(Target::figure, target -> target));
        return ROWS.stream()
                .filter(row -> figures.number(row.getKey()).isPresent())
                .map(row -> {
                    var value = figures.number(row.getKey()).getAsDouble();
                    var target = targets.get(row.getKey());
                    return String.format(
                                    Locale.ROOT,
                                    "%-41s %12s  %-14s %s",
                                    row.getKey(),
                                    shown(value),
                                    target == null ? "" : target.judge(value),
                                    row.getValue())
                            .stripTrailing();
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }
}
