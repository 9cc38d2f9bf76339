package org.consentledger.bench.capacity;

import java.sql.SQLException;
import org.consentledger.bench.server.Databases;
import org.consentledger.bench.workbench.Workbench;

/** Bytes on disk for each event of a ledger, by what they are for. */
final class StoredSizes {

    private static final String OF_EVENTS = "ledger.event";

    private StoredSizes() {}

    static void tell(Workbench bench, String ledger) throws SQLException {
        bench.servers().settle(ledger);
        var events = bench.servers().events(ledger);
        tell(bench, ledger, events, "events", partitions("pg_table_size"));
        tell(bench, ledger, events, "indexes", partitions("pg_indexes_size"));
        tell(bench, ledger, events, "tree", relations("n.nspname = 'ledger' AND c.relname LIKE 'tree%'"));
        tell(bench, ledger, events, "keyring", relations("n.nspname = 'keyring'"));
        tell(bench, ledger, events, "projections", relations("n.nspname = 'projection'"));
        tell(bench, ledger, events, "all", "SELECT pg_database_size(current_database())");
    }

    private static void tell(Workbench bench, String ledger, long events, String what, String bytes)
            throws SQLException {
        var each = (double) Databases.number(bench.servers().database(ledger), bytes) / events;
        bench.figures().put(Extrapolation.BYTES + what, each);
        bench.progress().say("%s: %,.0f bytes per event".formatted(what, each));
    }

    private static String partitions(String size) {
        return "SELECT sum(" + size + "(inhrelid)) FROM pg_inherits WHERE inhparent = '" + OF_EVENTS + "'::regclass";
    }

    private static String relations(String which) {
        return "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class AS c"
                + " JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND " + which;
    }
}
