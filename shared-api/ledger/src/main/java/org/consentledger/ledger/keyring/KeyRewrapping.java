package org.consentledger.ledger.keyring;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Encrypts subjects' keys with the key-encryption key in use that are encrypted with an earlier one. */
public final class KeyRewrapping {

    private static final String EARLIER = " FROM keyring.subject WHERE (kek < :current OR kek > :current)";

    private final JdbcClient jdbc;
    private final KeyEncryptionKeys keks;

    public KeyRewrapping(JdbcClient jdbc, KeyEncryptionKeys keks) {
        this.jdbc = jdbc;
        this.keks = keks;
    }

    /** How many there are. */
    public long left() {
        return jdbc.sql("SELECT count(*)" + EARLIER)
                .param("current", keks.currentId())
                .query(Long.class)
                .single();
    }

    /**
     * Brings some over. Who is erased meanwhile stays erased.
     *
     * @return how many were looked at; 0 if there are none
     * @throws UnsealingException if one cannot be decrypted
     */
    public int rewrap(int limit) {
        var rows = jdbc.sql("SELECT subject_id, kek, wrapped_key" + EARLIER + " LIMIT :limit")
                .param("current", keks.currentId())
                .param("limit", limit)
                .query((row, number) -> new Wrapped(
                        row.getString("subject_id"), new WrappedKey(row.getString("kek"), row.getBytes("wrapped_key"))))
                .list();
        rows.forEach(this::rewrap);
        return rows.size();
    }

    private record Wrapped(String subjectId, WrappedKey key) {}

    private void rewrap(Wrapped row) {
        var key = keks.unwrap(row.key(), row.subjectId());
        var rewrapped = keks.wrap(key, row.subjectId());
        jdbc.sql("UPDATE keyring.subject SET kek = ?, wrapped_key = ? WHERE subject_id = ? AND wrapped_key = ?")
                .params(
                        rewrapped.kek(),
                        rewrapped.bytes(),
                        row.subjectId(),
                        row.key().bytes())
                .update();
    }
}
