package org.consentledger.query.log;

import java.util.List;
import org.consentledger.ledger.replication.Replication;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every checkpoint that was ever signed, in the database. */
record CheckpointRows(JdbcClient jdbc, Replication replication) {

    /** Enough to find one of ours among what somebody else may have put there. */
    private static final int NEWEST = 10;

    /** The newest first. */
    List<String> newest() {
        return jdbc.sql("SELECT note FROM ledger.checkpoint ORDER BY size DESC LIMIT ?")
                .param(NEWEST)
                .query((row, number) -> row.getString("note"))
                .list();
    }

    /** Those of more leaves than one number and at most another, the newest first. */
    List<String> between(long more, long atMost) {
        return jdbc.sql("SELECT note FROM ledger.checkpoint WHERE size > ? AND size <= ? ORDER BY size DESC LIMIT ?")
                .params(more, atMost, NEWEST)
                .query((row, number) -> row.getString("note"))
                .list();
    }

    /**
     * Keeps it, unless there is one of that size; returns when it and the events that it covers will outlive the primary.
     *
     * @return the one that is there now: this one, or another node's
     */
    String keep(long size, String note) {
        jdbc.sql("INSERT INTO ledger.checkpoint (size, note, made_at) VALUES (?, ?, clock_timestamp())"
                        + " ON CONFLICT DO NOTHING")
                .params(size, note)
                .update();
        var kept = jdbc.sql("SELECT note FROM ledger.checkpoint WHERE size = ?")
                .param(size)
                .query(String.class)
                .single();
        // one that was published over events that a failover loses would be a fork
        replication.await();
        return kept;
    }
}
