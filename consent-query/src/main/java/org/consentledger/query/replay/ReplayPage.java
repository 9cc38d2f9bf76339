package org.consentledger.query.replay;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.consentledger.query.paging.Page;
import org.consentledger.query.replay.ReplayScope.Kind;
import org.consentledger.query.replay.ReplayVerification.Verdict;
import org.consentledger.query.replay.ReplayedState.ReplayedConsents;
import org.consentledger.timeline.ConsentState;
import org.jspecify.annotations.Nullable;

/**
 * How a replay stands and what it found, as its page shows it.
 *
 * @param before how many replays go first, while it waits
 * @param after number of the difference after which the list goes on
 * @param differences in order of number
 */
record ReplayPage(ReplayView replay, long before, long after, Page<ShownDifference> differences) {

    private static final List<String> FILES =
            Stream.of(ReplayResult.values()).map(ReplayResult::title).toList();

    private static final long MINUTES_FROM = 100;
    private static final long HOURS_FROM = 100 * 60;

    /**
     * How subjects stand to a purpose.
     *
     * @param counts how many, by state; none for a state nobody is in
     */
    record Standing(String purpose, Map<ConsentState, Long> counts) {

        public long count(ConsentState state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    public boolean isOfOne() {
        return replay.of().kind() == Kind.SUBJECT;
    }

    /** Whether the counts of consents say something: no recipient's transfers do. */
    public boolean hasConsents() {
        return replay.of().kind() != Kind.RECIPIENT;
    }

    /** Only the states that somebody is in. */
    public List<ConsentState> states() {
        return consents().stream()
                .map(ReplayedConsents::state)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** By purpose. */
    public List<Standing> standings() {
        var byPurpose = new TreeMap<String, Map<ConsentState, Long>>();
        consents()
                .forEach(count -> byPurpose
                        .computeIfAbsent(count.purpose(), _ -> new EnumMap<>(ConsentState.class))
                        .merge(count.state(), count.subjects(), Long::sum));
        return byPurpose.entrySet().stream()
                .map(entry -> new Standing(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<ReplayedConsents> consents() {
        var report = replay.report();
        return report == null ? List.of() : report.state().consents();
    }

    /** The projections that were not compared up to the end. */
    public List<ReplayComparison.ReplayCompared> behind() {
        var report = replay.report();
        return report == null
                ? List.of()
                : report.comparison().compared().stream()
                        .filter(compared -> compared.upTo() < replay.upTo().position())
                        .toList();
    }

    /** What can be downloaded. */
    public List<String> files() {
        return FILES;
    }

    public String style() {
        return styleOf(replay.state());
    }

    /** Colour and shape of a state. */
    static String styleOf(ReplayState state) {
        return switch (state) {
            case QUEUED -> "none";
            case RUNNING -> "reported";
            case DONE -> "given";
            case CANCELLED -> "expired";
            case FAILED -> "refused";
        };
    }

    /** Colour and shape of a verdict. */
    public String style(Verdict verdict) {
        return switch (verdict) {
            case VERIFIED -> "good";
            case PARTLY_COVERED -> "warn";
            case FAILED -> "bad";
        };
    }

    /** How long it took; empty before it has ended, or if it never ran. */
    public String took() {
        var from = replay.startedAt();
        var to = replay.finishedAt();
        return from == null || to == null
                ? ""
                : lasting(Duration.between(from, to).toSeconds());
    }

    /** How long it will take; empty while that is not known. */
    public String left() {
        var seconds = replay.secondsLeft();
        return seconds == null ? "" : lasting(seconds);
    }

    /** The symbols of the units are the same in all languages (SI Brochure, table 8). */
    private static String lasting(long seconds) {
        return seconds < MINUTES_FROM
                ? Math.max(1, seconds) + " s"
                : seconds < HOURS_FROM ? seconds / 60 + " min" : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }

    /** Number of the last difference shown, for the list to go on after; null if it ends here. */
    public @Nullable Long next() {
        return differences.more() ? differences.items().getLast().number() : null;
    }
}
