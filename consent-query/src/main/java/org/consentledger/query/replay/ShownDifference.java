package org.consentledger.query.replay;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A row in which a live table and the events disagree, as a page shows it.
 *
 * @param subjectId whom the row is about; null if it is about nobody
 * @param values column by column: those that differ or, where one side has no row, all that the other side's says
 */
record ShownDifference(
        long number,
        String table,
        DifferenceKind kind,
        long position,
        @Nullable String eventId,
        @Nullable String subjectId,
        List<Value> values) {

    /**
     * What both say of a column; null for what is empty there.
     *
     * @param replayed what follows from the events
     * @param live what the live table has
     */
    record Value(
            String column,
            @Nullable String replayed,
            @Nullable String live) {}

    /** Of a row of {@link ReplayResult#DIFFERENCES}. */
    static ShownDifference of(Map<String, @Nullable Object> row) {
        return new ShownDifference(
                (Long) given(row, "number"),
                (String) given(row, "table"),
                DifferenceKind.valueOf((String) given(row, "kind")),
                (Long) given(row, "position"),
                (String) row.get("eventId"),
                (String) row.get("subjectId"),
                values((List<?>) given(row, "columns"), (JsonNode) row.get("replayed"), (JsonNode) row.get("live")));
    }

    private static Object given(Map<String, @Nullable Object> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static List<Value> values(List<?> differing, @Nullable JsonNode replayed, @Nullable JsonNode live) {
        var columns = new TreeSet<String>();
        if (replayed != null && live != null) {
            differing.forEach(column -> columns.add((String) column));
        } else if (replayed != null) {
            columns.addAll(replayed.propertyNames());
        } else if (live != null) {
            columns.addAll(live.propertyNames());
        }
        return columns.stream()
                .map(column -> new Value(column, text(replayed, column), text(live, column)))
                .filter(value -> value.replayed() != null || value.live() != null)
                .toList();
    }

    private static @Nullable String text(@Nullable JsonNode row, String column) {
        var value = row == null ? null : row.get(column);
        return value == null || value.isNull() ? null : value.isString() ? value.asString() : value.toString();
    }

    /** Whether an event is known to stand at its position: not of a row that no event explains. */
    public boolean isExplained() {
        return kind != DifferenceKind.UNEXPLAINED;
    }
}
