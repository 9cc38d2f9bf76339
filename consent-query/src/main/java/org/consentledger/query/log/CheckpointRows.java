package org.consentledger.query.log;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every checkpoint that was ever signed, in the database. */
record CheckpointRows(JdbcClient jdbc) {

    Optional<String> newest() {
        return jdbc.sql("SELECT note FROM ledger.checkpoint ORDER BY size DESC LIMIT 1")
                .query(String.class)
                .optional();
    }

    /** The newest of those that are not larger. */
    Optional<String> upTo(long size) {
        return jdbc.sql("SELECT note FROM ledger.checkpoint WHERE size <= ? ORDER BY size DESC LIMIT 1")
                .param(size)
                .query(String.class)
                .optional();
    }

    /** Another node may have signed the same size: it signed the same. */
    void keep(long size, String note) {
        jdbc.sql("INSERT INTO ledger.checkpoint (size, note, made_at) VALUES (?, ?, clock_timestamp())"
                        + " ON CONFLICT DO NOTHING")
                .params(size, note)
                .update();
    }
}
