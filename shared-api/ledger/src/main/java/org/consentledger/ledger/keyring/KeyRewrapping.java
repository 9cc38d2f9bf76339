package org.consentledger.ledger.keyring;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Encrypts subjects' keys with the key-encryption key in use that are encrypted with another one. */
public final class KeyRewrapping {

    private static final String OTHERS = " FROM keyring.subject WHERE (kek < :current OR kek > :current)";

    private final JdbcClient jdbc;
    private final KeyEncryptionKeys keks;

    public KeyRewrapping(JdbcClient jdbc, KeyEncryptionKeys keks) {
        this.jdbc = jdbc;
        this.keks = keks;
    }

    /** A subject's key that is encrypted with another than the key-encryption key in use. */
    public record Due(String subjectId, WrappedKey key) {}

    /** How many there are. */
    public long left() {
        return jdbc.sql("SELECT count(*)" + OTHERS)
                .param("current", keks.currentId())
                .query(Long.class)
                .single();
    }

    /** In order of subject. */
    public List<Due> due(String afterSubject, int limit) {
        return jdbc.sql("SELECT subject_id, kek, wrapped_key" + OTHERS
                        + " AND subject_id > :after ORDER BY subject_id LIMIT :limit")
                .param("current", keks.currentId())
                .param("after", afterSubject)
                .param("limit", limit)
                .query((row, number) -> new Due(
                        row.getString("subject_id"), new WrappedKey(row.getString("kek"), row.getBytes("wrapped_key"))))
                .list();
    }

    /**
     * Brings one over. Who was erased meanwhile stays erased.
     *
     * @throws UnsealingException if it cannot be decrypted
     */
    public void rewrap(Due due) {
        var key = keks.unwrap(due.key(), due.subjectId());
        var rewrapped = keks.wrap(key, due.subjectId());
        jdbc.sql("UPDATE keyring.subject SET kek = ?, wrapped_key = ? WHERE subject_id = ? AND wrapped_key = ?")
                .params(
                        rewrapped.kek(),
                        rewrapped.bytes(),
                        due.subjectId(),
                        due.key().bytes())
                .update();
    }
}
