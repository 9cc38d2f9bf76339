package org.consentledger.ledger.keyring;

import org.consentledger.ledger.start.SettingException;
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

    private KeyringCheck() {}

    /**
     * Looks at what the keys are encrypted with.
     *
     * @throws SettingException if subjects' keys are encrypted with a key-encryption key that is not at hand
     */
    public static void require(JdbcClient jdbc, KeyEncryptionKeys keks) {
        jdbc.sql(KEKS).query(String.class).list().forEach(used -> {
            if (!keks.ids().contains(used)) {
                throw new SettingException("subjects' keys are encrypted with the key-encryption key " + used
                        + ", which is neither LEDGER_KEY_ENCRYPTION_KEY nor one of"
                        + " LEDGER_PREVIOUS_KEY_ENCRYPTION_KEYS: without it their personal data cannot be read");
            }
        });
    }
}
