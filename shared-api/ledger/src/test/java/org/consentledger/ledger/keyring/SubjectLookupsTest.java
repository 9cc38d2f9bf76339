package org.consentledger.ledger.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectLookupsTest {

    /** Test case 6 of RFC 4231, truncated to 128 bits. */
    @Test
    void isHmacSha256() {
        var key = HexFormat.of().parseHex("aa".repeat(131));

        assertThat(new SubjectLookups(key).of("Test Using Larger Than Block-Size Key - Hash Key First"))
                .hasToString("60e43159-1ee0-b67f-0d8a-26aacbf5b77f");
    }

    @Test
    void dependsOnTheKey() {
        var one = new SubjectLookups("k".repeat(32).getBytes(StandardCharsets.UTF_8));
        var other = new SubjectLookups("q".repeat(32).getBytes(StandardCharsets.UTF_8));

        assertThat(one.of("anna")).isEqualTo(one.of("anna")).isNotEqualTo(other.of("anna"));
    }

    @Test
    void aShortKeyIsRejectedWithoutBeingShown(@TempDir Path folder) throws IOException {
        var file = folder.resolve("subject.key");
        Files.writeString(file, "hunter2");

        assertThatThrownBy(() -> LookupKeyFile.load(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("subject.key")
                .hasMessageContaining("32")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aMissingKeySaysWhatToDo(@TempDir Path folder) {
        assertThatThrownBy(() -> LookupKeyFile.load(null)).hasMessageContaining("LEDGER_SUBJECT_KEY_FILE");
        assertThatThrownBy(() -> LookupKeyFile.load(folder.resolve("none"))).hasMessageContaining("cannot be read");
    }
}
