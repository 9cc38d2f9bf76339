package org.consentledger.query.projection;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes many rows with one statement and one parameter: a JSON array, which PostgreSQL turns back into rows of the table
 * they go to.
 */
public final class Rows {

    private static final String INSERT = """
            INSERT INTO %1$s.%2$s
            SELECT * FROM json_populate_recordset(CAST(NULL AS %1$s.%2$s), CAST(? AS json))
            """;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final JdbcClient jdbc;
    private final String schema;

    public Rows(JdbcClient jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /**
     * Adds rows to a table.
     *
     * @param rows records whose components are named after the table's columns, in camel case
     */
    public void insert(String table, List<? extends Record> rows) {
        write(INSERT.formatted(schema, table), rows);
    }

    /** The same for rows that may be there already; those stay as they are. */
    public void insertNew(String table, List<? extends Record> rows) {
        write(INSERT.formatted(schema, table) + " ON CONFLICT DO NOTHING", rows);
    }

    private void write(String sql, List<? extends Record> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql(sql).param(MAPPER.writeValueAsString(rows)).update();
        }
    }
}
