package org.consentledger.ledger;

import java.nio.file.Path;
import java.util.List;
import org.consentledger.setting.SettingFile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What both services need to know of the ledger besides its database. An empty path counts as none.
 *
 * @param subjectKeyFile file with the key by which subjects are found: at least 32 bytes, the same on every node, for ever
 * @param keyEncryptionKey encrypts the subjects' own keys: a file of 32 bytes, or the URI of a key in a key management
 *     service
 * @param previousKeyEncryptionKeys those in use before, as long as subjects' keys are encrypted with them
 * @param legalRegister the operator's own legal register; null for the one shipped
 */
@ConfigurationProperties("ledger")
record LedgerProperties(
        @Nullable Path subjectKeyFile,
        @Nullable String keyEncryptionKey,
        @DefaultValue List<String> previousKeyEncryptionKeys,
        @Nullable Path legalRegister) {

    LedgerProperties {
        subjectKeyFile = SettingFile.readable("LEDGER_SUBJECT_KEY_FILE", subjectKeyFile);
        legalRegister = SettingFile.readable("LEDGER_LEGAL_REGISTER", legalRegister);
        if (keyEncryptionKey != null) {
            requireFile("LEDGER_KEY_ENCRYPTION_KEY", keyEncryptionKey);
        }
        previousKeyEncryptionKeys.forEach(key -> requireFile("LEDGER_PREVIOUS_KEY_ENCRYPTION_KEYS", key));
    }

    private static void requireFile(String variable, String key) {
        if (!key.contains("://")) {
            var _ = SettingFile.readable(variable, key);
        }
    }
}
