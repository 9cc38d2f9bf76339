package org.consentledger.query.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.query.projection.Projection;
import org.consentledger.query.projection.ProjectionPositions;
import org.consentledger.query.replay.ReplayComparison.ReplayCompared;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares what a replay projected with the live projections, up to where both have come, and writes each difference down.
 * One statement for a range of positions, and another where the range before ended: a live table is never held for long, and
 * what an answer reads later are the differences, not the tables.
 */
@Component
class Comparing {

    /** How long to wait for a live projection that is behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final List<Projection> projections;
    private final ProjectionPositions positions;
    private final JdbcClient jdbc;

    Comparing(List<Projection> projections, ProjectionPositions positions, JdbcClient jdbc) {
        this.projections = List.copyOf(projections);
        this.positions = positions;
        this.jdbc = jdbc;
    }

    ReplayComparison compare(Course course) {
        var compared = new ArrayList<ReplayCompared>();
        var tables = tables(course.replay().scope());
        var begun = System.nanoTime();
        for (var projection : projections) {
            var own = tables.stream()
                    .filter(table -> table.projection().equals(projection.name()))
                    .toList();
            if (!own.isEmpty()) {
                var upTo = awaited(course, projection.name(), begun);
                own.forEach(table -> compare(course, table, upTo, tables.indexOf(table), tables.size()));
                compared.add(new ReplayCompared(projection.name(), upTo));
            }
        }
        return comparison(course, compared);
    }

    private List<ComparedTable> tables(ReplayScope scope) {
        return projections.stream()
                .flatMap(projection ->
                        projection.tables().stream().map(table -> new ComparedTable(projection.name(), table, jdbc)))
                .filter(table -> table.has(scope))
                .toList();
    }

    /** How far the live projection has come, at the most to the replay's own end. */
    private long awaited(Course course, String projection, long begun) {
        var target = course.replay().target();
        while (true) {
            var reached = positions.of(projection);
            if (reached >= target || System.nanoTime() - begun > PATIENCE.toNanos()) {
                return Math.min(reached, target);
            }
            course.pause(LOOK_EVERY.toNanos());
        }
    }

    private void compare(Course course, ComparedTable table, long upTo, int before, int tables) {
        var scope = course.replay().scope();
        var after = new long[] {Long.MIN_VALUE};
        course.walk(size -> {
            var end = Math.min(upTo, table.end(course.schema(), after[0], size));
            var ofTable = (double) Math.max(0, end) / Math.max(1, upTo);
            course.commit(
                    ReplayPhase.COMPARING,
                    (before + ofTable) / tables,
                    () -> table.write(course.schema(), scope, after[0], end));
            after[0] = end;
            return end < upTo;
        });
        course.commit(ReplayPhase.COMPARING, (before + 1.0) / tables, () -> beyond(course, table));
    }

    /**
     * Rows where no event is yet. What the projection adds meanwhile comes with its position: what lies beyond a position
     * that is read later than the rows, nobody has projected.
     */
    private void beyond(Course course, ComparedTable table) {
        var reached = positions.of(table.projection());
        table.writeBeyond(course.schema(), course.replay().scope(), reached);
        table.removeExplained(course.schema(), reached, positions.of(table.projection()));
    }

    private ReplayComparison comparison(Course course, List<ReplayCompared> compared) {
        Map<String, Long> kinds = new TreeMap<>();
        jdbc.sql("SELECT kind, count(*) FROM %s.difference GROUP BY kind".formatted(course.schema()))
                .query((row, number) -> kinds.put(row.getString(1), row.getLong(2)))
                .list();
        return new ReplayComparison(
                kinds.values().stream().mapToLong(Long::longValue).sum(),
                kinds.getOrDefault(DifferenceKind.MISSING.name(), 0L),
                kinds.getOrDefault(DifferenceKind.UNEXPLAINED.name(), 0L),
                kinds.getOrDefault(DifferenceKind.DIFFERENT.name(), 0L),
                compared);
    }
}
