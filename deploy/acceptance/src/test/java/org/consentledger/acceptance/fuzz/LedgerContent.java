package org.consentledger.acceptance.fuzz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.ledger.LedgerDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every row of every table that the services have, of all schemas. */
final class LedgerContent {

    private static final String TABLES = """
            SELECT format('%I.%I', n.nspname, c.relname)
              FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
            """;

    /** Columns in which a projection says again and again that it is alive. What it has read stands in others. */
    private static final String ALIVE = "- '{timestamp,owner}'::text[]";

    /** Odd queries are among those asked, and who is answered is written down: that is no change of the ledger. */
    private static final String ACCESSES = "access.entry";

    /** In which nodes say twice a second that they are there. */
    private static final String NODES = "projection.node";

    private LedgerContent() {}

    /** Rows as JSON by table, sorted. */
    static Map<String, List<String>> of(LedgerDatabase database) {
        var administrator = JdbcClient.create(database.administrator());
        var content = new TreeMap<String, List<String>>();
        for (var table : administrator.sql(TABLES).query(String.class).list()) {
            if (table.equals(ACCESSES) || table.equals(NODES)) {
                continue;
            }
            var leftOut = table.endsWith(".token_entry") ? ALIVE : "";
            content.put(
                    table,
                    administrator
                            .sql("SELECT (to_jsonb(t) " + leftOut + ")::text AS content FROM " + table
                                    + " AS t ORDER BY content")
                            .query(String.class)
                            .list());
        }
        return content;
    }
}
