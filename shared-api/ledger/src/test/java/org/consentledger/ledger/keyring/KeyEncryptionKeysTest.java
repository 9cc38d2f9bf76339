package org.consentledger.ledger.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyEncryptionKeysTest {

    private static final String ANNA = "s-" + "a".repeat(32);
    private static final String BERTA = "s-" + "b".repeat(32);

    @TempDir
    private Path folder;

    @Test
    void whatOneWrappedTheSameKeyUnwrapsForTheSameSubjectOnly() throws IOException {
        var keks = KeyEncryptionKeys.load(file("one", 1), List.of());
        var wrapped = keks.wrap(SubjectsUnderTest.key(1), ANNA);

        assertThat(keks.unwrap(wrapped, ANNA).secret())
                .isEqualTo(SubjectsUnderTest.key(1).secret());
        assertThatThrownBy(() -> keks.unwrap(wrapped, BERTA))
                .isInstanceOf(UnsealingException.class)
                .hasMessageContaining(BERTA);
    }

    @Test
    void anEarlierKeyUnwrapsWhatItWrappedAndWrapsNothingMore() throws IOException {
        var before = KeyEncryptionKeys.load(file("one", 1), List.of());
        var after = KeyEncryptionKeys.load(file("two", 2), List.of(file("one", 1), ""));
        var wrapped = before.wrap(SubjectsUnderTest.key(1), ANNA);

        assertThat(after.unwrap(wrapped, ANNA).secret())
                .isEqualTo(SubjectsUnderTest.key(1).secret());
        assertThat(after.wrap(SubjectsUnderTest.key(1), ANNA).kek()).isNotEqualTo(wrapped.kek());
        assertThatThrownBy(
                        () -> KeyEncryptionKeys.load(file("two", 2), List.of()).unwrap(wrapped, ANNA))
                .isInstanceOf(UnsealingException.class)
                .hasMessageContaining("not at hand");
    }

    @Test
    void aKeyManagementServiceIsFoundByItsClient() throws IOException {
        var keks = KeyEncryptionKeys.load(KmsUnderTest.URI, List.of(file("one", 1)));
        var wrapped = keks.wrap(SubjectsUnderTest.key(1), ANNA);

        assertThat(wrapped.kek()).isEqualTo(KmsUnderTest.URI);
        for (var time = 0; time < 2; time++) {
            assertThat(keks.unwrap(wrapped, ANNA).secret())
                    .isEqualTo(SubjectsUnderTest.key(1).secret());
            assertThatThrownBy(() -> keks.unwrap(wrapped, BERTA)).isInstanceOf(UnsealingException.class);
        }
    }

    @Test
    void aServiceThatNoClientKnowsStopsTheStart() {
        assertThatThrownBy(() -> KeyEncryptionKeys.load("nobodys-kms://keys/1", List.of()))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("nobodys-kms://keys/1")
                .hasMessageContaining("class path");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void aFileOfAnotherLengthStopsTheStartWithoutBeingShown(int bytes) throws IOException {
        var file = Files.write(
                folder.resolve("kek"), "hunter2".repeat(5).substring(0, bytes).getBytes(UTF_8));

        assertThatThrownBy(() -> KeyEncryptionKeys.load(file.toString(), List.of()))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("LEDGER_KEY_ENCRYPTION_KEY: ")
                .hasMessageContaining("exactly 32 random bytes")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void anEarlierKeyThatIsUnusableIsToldOfItsOwnVariable() throws IOException {
        var current = file("one", 1);
        var tooShort = Files.write(folder.resolve("short"), new byte[31]).toString();

        for (var previous : List.of(tooShort, folder.resolve("none").toString(), "nobodys-kms://keys/1")) {
            assertThatThrownBy(() -> KeyEncryptionKeys.load(current, List.of(previous)))
                    .isInstanceOf(SettingException.class)
                    .hasMessageStartingWith("LEDGER_PREVIOUS_KEY_ENCRYPTION_KEYS: ");
        }
    }

    @Test
    void aMissingKeySaysWhatToDo() {
        for (var none : new String[] {null, "", " "}) {
            assertThatThrownBy(() -> KeyEncryptionKeys.load(none, List.of()))
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining("LEDGER_KEY_ENCRYPTION_KEY");
        }
        assertThatThrownBy(() -> KeyEncryptionKeys.load(folder.resolve("none").toString(), List.of()))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("cannot be read");
    }

    private String file(String name, int first) throws IOException {
        var key = new byte[32];
        Arrays.fill(key, (byte) first);
        return Files.write(folder.resolve(name), key).toString();
    }
}
