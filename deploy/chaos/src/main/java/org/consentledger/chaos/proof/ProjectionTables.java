package org.consentledger.chaos.proof;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.chaos.ground.Postgres;

/** The rows of all projections, whichever tables they have, as text. */
record ProjectionTables(Map<String, List<String>> rows) {

    private static final String TABLES = """
            SELECT table_name FROM information_schema.tables
             WHERE table_schema = 'projection' AND table_name NOT IN ('token_entry', 'node', 'flyway_schema_history')
            """;

    static ProjectionTables read(Postgres postgres) throws SQLException {
        var rows = new TreeMap<String, List<String>>();
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            for (var table : column(statement, TABLES)) {
                rows.put(
                        table,
                        column(
                                statement,
                                "SELECT to_jsonb(t)::text AS row FROM projection." + table + " AS t ORDER BY row"));
            }
        }
        return new ProjectionTables(rows);
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        try (var result = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    int size() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    /** What these have and others do not, one line each. */
    List<String> without(ProjectionTables others) {
        var more = new ArrayList<String>();
        rows.forEach((table, mine) -> {
            var left = new ArrayList<>(mine);
            var theirs = new HashSet<>(others.rows().getOrDefault(table, List.of()));
            left.removeIf(theirs::contains);
            left.forEach(row -> more.add(table + " " + row));
        });
        return more;
    }
}
