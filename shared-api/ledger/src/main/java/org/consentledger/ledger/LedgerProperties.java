package org.consentledger.ledger;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What both services need to know of the ledger besides its database. An empty path counts as none.
 *
 * @param subjectKeyFile file with the key of the subjects' pseudonyms: at least 32 bytes, the same on every node, for ever
 * @param legalRegister the operator's own legal register; null for the one shipped
 */
@ConfigurationProperties("ledger")
record LedgerProperties(
        @Nullable Path subjectKeyFile, @Nullable Path legalRegister) {

    LedgerProperties {
        subjectKeyFile = orNone(subjectKeyFile);
        legalRegister = orNone(legalRegister);
    }

    private static @Nullable Path orNone(@Nullable Path path) {
        return path == null || path.toString().isEmpty() ? null : path;
    }
}
