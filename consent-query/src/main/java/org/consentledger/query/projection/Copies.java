package org.consentledger.query.projection;

import static org.consentledger.query.projection.ProjectionSchema.LIVE;
import static org.consentledger.query.projection.ProjectionSchema.REBUILD;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The copies of a projection's tables that a rebuild fills. An index whose keys come in no order costs more with every row
 * that is there already; made when all rows are there, it costs one sort. So indexes come last.
 */
final class Copies {

    /** Without those that stand for a constraint: they come with the table, and new rows are checked against them. */
    private static final String INDEXES = """
            SELECT index.relname AS name, pg_get_indexdef(index.oid) AS definition
              FROM pg_index
              JOIN pg_class AS index ON index.oid = indexrelid
             WHERE indrelid = CAST(? AS regclass)
               AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
            """;

    private final Projection projection;
    private final JdbcOperations jdbc;
    private final List<String> postponed = new ArrayList<>();

    Copies(Projection projection, JdbcOperations jdbc) {
        this.projection = projection;
        this.jdbc = jdbc;
    }

    /** Empty ones; what an earlier rebuild may have left goes. */
    void make() {
        drop();
        for (var table : projection.tables()) {
            execute("CREATE TABLE %2$s.%3$s (LIKE %1$s.%3$s INCLUDING ALL)", table);
            postponeIndexes(table);
        }
    }

    private void postponeIndexes(String table) {
        jdbc.query(
                        INDEXES,
                        (row, number) -> new Index(row.getString("name"), row.getString("definition")),
                        REBUILD + "." + table)
                .forEach(index -> {
                    jdbc.execute("DROP INDEX %s.%s".formatted(REBUILD, index.name()));
                    postponed.add(index.definition());
                });
    }

    private record Index(String name, String definition) {}

    /** May take long, and be silent all the while. */
    void makeIndexes() {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            // the pool puts its own limit back when it gets the connection
            connection.setNetworkTimeout(Runnable::run, 0);
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL statement_timeout = 0");
                for (var index : postponed) {
                    statement.execute(index);
                }
                return true;
            }
        });
    }

    void analyze() {
        projection.tables().forEach(table -> execute("ANALYZE %2$s.%3$s", table));
    }

    /** Where the tables in use were. */
    void takeTheirPlace() {
        for (var table : projection.tables()) {
            execute("DROP TABLE %1$s.%3$s", table);
            execute("ALTER TABLE %2$s.%3$s SET SCHEMA %1$s", table);
        }
    }

    void drop() {
        projection.tables().forEach(table -> execute("DROP TABLE IF EXISTS %2$s.%3$s", table));
    }

    private void execute(String statement, String table) {
        jdbc.execute(statement.formatted(LIVE, REBUILD, table));
    }
}
