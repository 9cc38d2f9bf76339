package org.consentledger.ledger.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.consentledger.ledger.start.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectPseudonymsTest {

    /** Test case 6 of RFC 4231, truncated to 128 bits. */
    @Test
    void isHmacSha256() {
        var key = HexFormat.of().parseHex("aa".repeat(131));

        assertThat(new SubjectPseudonyms(key)
                        .of("Test Using Larger Than Block-Size Key - Hash Key First")
                        .value())
                .isEqualTo("s-60e431591ee0b67f0d8a26aacbf5b77f");
    }

    @Test
    void dependsOnTheKey() {
        var one = new SubjectPseudonyms("k".repeat(32).getBytes(StandardCharsets.UTF_8));
        var other = new SubjectPseudonyms("q".repeat(32).getBytes(StandardCharsets.UTF_8));

        assertThat(one.of("anna")).isEqualTo(one.of("anna")).isNotEqualTo(other.of("anna"));
    }

    @Test
    void aShortKeyIsRejectedWithoutBeingShown(@TempDir Path folder) throws IOException {
        var file = folder.resolve("subject.key");
        Files.writeString(file, "hunter2");

        assertThatThrownBy(() -> SubjectKeyFile.load(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("subject.key")
                .hasMessageContaining("32")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aMissingKeySaysWhatToDo(@TempDir Path folder) {
        assertThatThrownBy(() -> SubjectKeyFile.load(null)).hasMessageContaining("LEDGER_SUBJECT_KEY_FILE");
        assertThatThrownBy(() -> SubjectKeyFile.load(folder.resolve("none"))).hasMessageContaining("cannot be read");
    }
}
