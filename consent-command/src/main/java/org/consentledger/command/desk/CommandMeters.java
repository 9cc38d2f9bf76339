package org.consentledger.command.desk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What becomes of commands on this node, and how long it takes, by the command's name. */
public final class CommandMeters {

    private static final Duration[] BUCKETS = Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final Map<String, Map<Outcome, Counter>> counters = new ConcurrentHashMap<>();
    private final Map<String, Map<Outcome, Timer>> timers = new ConcurrentHashMap<>();

    CommandMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** What can become of a command. */
    enum Outcome {
        /** News. */
        RECORDED,
        /** The ledger held it already. */
        REPEATED,
        /**
         * A transfer must not happen; also when the question repeats a known one, because its caller is turned away just
         * the same.
         */
        REFUSED,
        /** The first answer to a key again, whatever it was. */
        REPLAYED,
        /** The rules do not accept it, or its key belongs to another request. */
        REJECTED,
        /** Others were faster every time; nothing was recorded. */
        BUSY,
        /** Everything else, a database that is away included. */
        FAILED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Lets the counts of a command begin at 0, which an alert can tell from nothing. */
    public void expect(String command) {
        var _ = counters(command);
    }

    void count(String command, Outcome outcome, Timer.Sample started) {
        started.stop(timer(command, outcome));
        Objects.requireNonNull(counters(command).get(outcome)).increment();
    }

    /** Mostly known: then nobody is held up by a lock. */
    private Map<Outcome, Counter> counters(String command) {
        var known = counters.get(command);
        return known != null
                ? known
                : counters.computeIfAbsent(command, name -> {
                    var made = new EnumMap<Outcome, Counter>(Outcome.class);
                    Arrays.stream(Outcome.values()).forEach(outcome -> made.put(outcome, counter(name, outcome)));
                    return made;
                });
    }

    private Counter counter(String command, Outcome outcome) {
        return Counter.builder("ledger.commands")
                .description("Commands that came to this node's desk, by what became of them")
                .tag("command", command)
                .tag("outcome", outcome.label())
                .register(meters);
    }

    /** Only where there is something to tell: a histogram takes a line for each of its buckets. */
    private Timer timer(String command, Outcome outcome) {
        var known = timers.get(command);
        var ofCommand = known != null ? known : timers.computeIfAbsent(command, _ -> new ConcurrentHashMap<>());
        var timer = ofCommand.get(outcome);
        return timer != null
                ? timer
                : ofCommand.computeIfAbsent(
                        outcome,
                        _ -> Timer.builder("ledger.command.duration")
                                .description("Time from a command's arrival at the desk to its durable answer")
                                .tag("command", command)
                                .tag("outcome", outcome.label())
                                .serviceLevelObjectives(BUCKETS)
                                .register(meters));
    }
}
