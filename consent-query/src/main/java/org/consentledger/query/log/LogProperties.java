package org.consentledger.query.log;

import java.nio.file.Path;
import org.consentledger.setting.SettingFile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the log's keys are, and what was last signed with them. An empty path counts as none.
 *
 * @param signingKeyFile one signing key in each line, or two while keys change
 * @param checkpointFile keeps the newest checkpoint outside the database; beside the signing key unless it is given
 */
@ConfigurationProperties("log")
record LogProperties(
        @Nullable Path signingKeyFile, @Nullable Path checkpointFile) {

    LogProperties {
        signingKeyFile = SettingFile.readable("LEDGER_SIGNING_KEY_FILE", signingKeyFile);
        checkpointFile = orNone(checkpointFile);
    }

    private static @Nullable Path orNone(@Nullable Path path) {
        return path == null || path.toString().isEmpty() ? null : path;
    }
}
