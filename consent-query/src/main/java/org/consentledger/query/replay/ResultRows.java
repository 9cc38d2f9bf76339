package org.consentledger.query.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consentledger.ledger.serial.LedgerJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a replay rebuilt, a page at a time: rows by the names of their columns. That is no access by itself: whoever shows
 * them enters that.
 */
@Component
final class ResultRows {

    private final JdbcClient jdbc;

    ResultRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Map<String, @Nullable Object>> first(Replay replay, ReplayResult result, int limit) {
        var key = new LinkedHashMap<String, Object>();
        result.key()
                .forEach(column ->
                        key.put(column.sql(), column.type() == ReplayResult.Type.NUMBER ? Long.MIN_VALUE : ""));
        return page(replay, result, key, limit);
    }

    /** @param row or whatever part of one names its place: the columns of the result's key */
    List<Map<String, @Nullable Object>> after(
            Replay replay, ReplayResult result, Map<String, ? extends @Nullable Object> row, int limit) {
        var key = new LinkedHashMap<String, Object>();
        result.key().forEach(column -> key.put(column.sql(), Objects.requireNonNull(row.get(column.name()))));
        return page(replay, result, key, limit);
    }

    private List<Map<String, @Nullable Object>> page(
            Replay replay, ReplayResult result, Map<String, Object> key, int limit) {
        return jdbc.sql(result.sql(Replay.schema(Objects.requireNonNull(replay.slot()))))
                .params(key)
                .param("id", replay.id())
                .param("limit", limit)
                .query((row, number) -> values(row, result.columns()))
                .list();
    }

    private static Map<String, @Nullable Object> values(ResultSet row, List<ReplayResult.Column> columns)
            throws SQLException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var column : columns) {
            values.put(column.name(), value(row, column));
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, ReplayResult.Column column) throws SQLException {
        return switch (column.type()) {
            case TEXT -> row.getString(column.sql());
            case NUMBER -> row.getObject(column.sql(), Long.class);
            case TIME -> {
                var time = row.getObject(column.sql(), OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case TEXTS -> {
                var texts = row.getArray(column.sql());
                yield texts == null ? null : Arrays.asList((String[]) texts.getArray());
            }
            case JSON -> {
                var text = row.getString(column.sql());
                yield text == null ? null : LedgerJson.mapper().readTree(text);
            }
        };
    }
}
