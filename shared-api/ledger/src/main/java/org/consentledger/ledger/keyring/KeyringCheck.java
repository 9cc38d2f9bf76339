package org.consentledger.ledger.keyring;

import org.consentledger.setting.SettingException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a service makes sure of before it works with subjects' keys. */
public final class KeyringCheck {

    /** Reads one index entry for each key-encryption key, however many subjects there are. */
    private static final String KEKS = """
            WITH RECURSIVE used AS (
                (SELECT kek FROM keyring.subject WHERE kek IS NOT NULL ORDER BY kek LIMIT 1)
                UNION ALL
                SELECT (SELECT s.kek FROM keyring.subject AS s WHERE s.kek > used.kek ORDER BY s.kek LIMIT 1)
                  FROM used WHERE used.kek IS NOT NULL)
            SELECT kek FROM used WHERE kek IS NOT NULL
            """;

    /** Of the newest events: who of their subjects has no row, and was not erased either. */
    private static final String UNKNOWN = """
            SELECT newest.stream_id
              FROM (SELECT DISTINCT stream_id FROM
                       (SELECT stream_id, stream_type FROM ledger.event ORDER BY position DESC LIMIT 1000) AS e
                     WHERE stream_type = 'Subject') AS newest
             WHERE NOT EXISTS (SELECT 1 FROM keyring.subject AS s WHERE s.subject_id = newest.stream_id)
               AND NOT EXISTS (SELECT 1 FROM ledger.event AS e
                                WHERE e.stream_id = newest.stream_id AND e.event_type = 'SubjectErased')
             LIMIT 1
            """;

    private KeyringCheck() {}

    /**
     * Looks at what the keys are encrypted with, and whether the newest events' subjects are known.
     *
     * @throws SettingException if a key-encryption key is not at hand, or subjects are older than events
     */
    public static void require(JdbcClient jdbc, KeyEncryptionKeys keks) {
        jdbc.sql(KEKS).query(String.class).list().forEach(used -> {
            if (!keks.ids().contains(used)) {
                throw new SettingException("subjects' keys are encrypted with the key-encryption key " + used
                        + ", which is neither LEDGER_KEY_ENCRYPTION_KEY nor one of"
                        + " LEDGER_PREVIOUS_KEY_ENCRYPTION_KEYS: without it their personal data cannot be read");
            }
        });
        jdbc.sql(UNKNOWN).query(String.class).optional().ifPresent(subject -> {
            throw new SettingException("the ledger holds events of subject " + subject
                    + ", whom the table keyring.subject does not know: an older state of it was restored, in which people are"
                    + " strangers who are not; restore the newest");
        });
    }
}
