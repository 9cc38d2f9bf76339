package org.consentledger.ledger;

import java.nio.file.Path;
import java.util.List;
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
        subjectKeyFile = orNone(subjectKeyFile);
        legalRegister = orNone(legalRegister);
    }

    private static @Nullable Path orNone(@Nullable Path path) {
        return path == null || path.toString().isEmpty() ? null : path;
    }
}
