package org.consentledger.bench.workbench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consentledger.bench.seed.SeedPlan;
import org.consentledger.bench.server.Servers;

/** Ledgers of three sizes, each made when it is first asked for: a copy of the next smaller one, and more events. */
public final class Ledgers {

    /** Ordinary subjects are named so and numbered from 0. */
    public static final String SUBJECT = "s";

    /** Subjects with a hundred events each. */
    public static final String HUNDRED = "hundred-";

    public static final int HUNDRED_SUBJECTS = 20;

    /** Subjects with a long history. */
    public static final String LONG = "long-";

    public static final int LONG_SUBJECTS = 5;

    /** Events of an ordinary subject. */
    public static final int EVENTS_EACH = 10;

    /** So many does a ledger of a thousand million events have. */
    private static final int PARTITIONS = 10;

    private static final int HUNDRED_EVENTS = 100;
    private static final long LOOK_EVERY_MS = 500;
    private static final int LOOKS_PER_LINE = 20;

    private final Servers servers;
    private final Scale scale;
    private final Progress progress;
    private final Set<String> made = new HashSet<>();

    public Ledgers(Servers servers, Scale scale, Progress progress) {
        this.servers = servers;
        this.scale = scale;
        this.progress = progress;
    }

    public String small() throws IOException, InterruptedException, SQLException {
        return ledger("ledger_small", Servers.LEDGER_EMPTY, List.of(ordinary(0, scale.small())));
    }

    public String medium() throws IOException, InterruptedException, SQLException {
        return ledger("ledger_medium", small(), List.of(ordinary(scale.small(), scale.medium())));
    }

    public String large() throws IOException, InterruptedException, SQLException {
        return ledger("ledger_large", medium(), plansOfLarge(scale.medium()));
    }

    /** As many events as the large one in ten partitions, of the same subjects. */
    public String largeInPartitions() throws IOException, InterruptedException, SQLException {
        var empty = "ledger_partitions_empty";
        if (!made.contains(empty)) {
            servers.createPartitioned(empty, scale.large() / PARTITIONS);
            made.add(empty);
        }
        return ledger("ledger_partitions", empty, plansOfLarge(0));
    }

    /** @param ordinary events of ordinary subjects that are there already */
    private List<SeedPlan> plansOfLarge(int ordinary) {
        var hundred = new SeedPlan(HUNDRED, 0, HUNDRED_SUBJECTS, HUNDRED_EVENTS);
        var longs = new SeedPlan(LONG, 0, LONG_SUBJECTS, scale.longHistory());
        var rest = Math.toIntExact(scale.large() - hundred.total() - longs.total());
        return List.of(hundred, longs, ordinary(ordinary, rest));
    }

    /** How many ordinary subjects even the small ledger has. */
    public int subjectsEverywhere() {
        return scale.small() / EVENTS_EACH;
    }

    /** How many ordinary subjects the large ledger has. */
    public int subjectsInLarge() {
        var special = HUNDRED_SUBJECTS * HUNDRED_EVENTS + LONG_SUBJECTS * scale.longHistory();
        return (scale.large() - special) / EVENTS_EACH;
    }

    private static SeedPlan ordinary(int fromEvent, int toEvent) {
        return new SeedPlan(SUBJECT, fromEvent / EVENTS_EACH, (toEvent - fromEvent) / EVENTS_EACH, EVENTS_EACH);
    }

    private String ledger(String name, String smaller, List<SeedPlan> plans)
            throws IOException, InterruptedException, SQLException {
        if (made.contains(name)) {
            return name;
        }
        servers.copy(smaller, name);
        var before = servers.events(name);
        var events = plans.stream().mapToLong(SeedPlan::total).sum();
        progress.say("filling " + name + " with " + events + " events more");
        var begin = System.nanoTime();
        servers.seed(name, plans, new Looking(name, before, events));
        var seconds = (System.nanoTime() - begin) / 1e9;
        progress.say("  %,d events in %.0f s".formatted(servers.events(name), seconds));
        made.add(name);
        return name;
    }

    /** Looks now and then how far the filling is. */
    private final class Looking implements Runnable {

        private final String ledger;
        private final long before;
        private final long events;
        private int looks;

        Looking(String ledger, long before, long events) {
            this.ledger = ledger;
            this.before = before;
            this.events = events;
        }

        @Override
        public void run() {
            try {
                Thread.sleep(LOOK_EVERY_MS);
                if (++looks % LOOKS_PER_LINE == 0) {
                    var done = servers.events(ledger) - before;
                    progress.say("  " + done * 100 / events + " %");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
