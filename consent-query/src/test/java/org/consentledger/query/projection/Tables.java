package org.consentledger.query.projection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the projections' tables hold, comparable. */
final class Tables {

    static final List<String> NAMES = List.of("consent_fact", "objection_fact", "erasure_fact", "transfer");

    private Tables() {}

    static Map<String, String> digests(JdbcClient jdbc) {
        var digests = new TreeMap<String, String>();
        for (var table : NAMES) {
            digests.put(
                    table,
                    jdbc.sql("SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '')"
                                    + " FROM projection.%s t".formatted(table))
                            .query(String.class)
                            .single());
        }
        return digests;
    }

    /** Names of tables and indexes, and what the indexes are on. */
    static List<String> structure(JdbcClient jdbc) {
        return jdbc.sql("SELECT indexdef FROM pg_indexes WHERE schemaname = 'projection' ORDER BY indexdef")
                .query(String.class)
                .list();
    }
}
