package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.consentledger.log.note.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path root;

    private DataFolder folder;

    @BeforeEach
    void open() {
        folder = DataFolder.open(root);
    }

    @AfterEach
    void close() throws IOException {
        folder.close();
    }

    @Test
    void a_new_ledger_gets_secrets_that_only_their_owner_can_read() throws IOException {
        Secrets.ensure(folder, false);

        assertThat(root.resolve("keys/subject.key")).hasSize(32);
        assertThat(root.resolve("keys/key-encryption.key")).hasSize(32);
        assertThat(Files.readString(root.resolve("keys/postgres.password"))).matches("[0-9a-f]{64}\n");
        for (var login : List.of("consent_command", "consent_query")) {
            assertThat(Files.readString(root.resolve("keys/" + login + ".password")))
                    .matches("[0-9a-f]{64}\n");
            assertThat(permissions("keys/" + login + ".password")).isEqualTo("rw-------");
        }
        assertThat(SigningKey.parse(Files.readString(root.resolve("keys/signing.key")))
                        .verification()
                        .name())
                .isEqualTo("localhost/consent-ledger");
        for (var person : List.of("auditor", "operator")) {
            assertThat(Files.readString(root.resolve("passwords/" + person))).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}\n");
            assertThat(permissions("passwords/" + person)).isEqualTo("rw-------");
        }
        assertThat(permissions("keys/signing.key")).isEqualTo("rw-------");
        assertThat(permissions("keys/subject.key")).isEqualTo("rw-------");
        assertThat(permissions("keys/key-encryption.key")).isEqualTo("rw-------");
        assertThat(permissions("keys/postgres.password")).isEqualTo("rw-------");
        assertThat(permissions("keys")).isEqualTo("rwx------");
    }

    @Test
    void they_stay_the_same() throws IOException {
        Secrets.ensure(folder, false);
        var key = Files.readAllBytes(root.resolve("keys/subject.key"));

        Secrets.ensure(folder, true);

        assertThat(root.resolve("keys/subject.key")).hasBinaryContent(key);
    }

    @Test
    void a_data_folder_from_before_the_services_had_logins_gets_their_passwords() throws IOException {
        Secrets.ensure(folder, false);
        Files.delete(root.resolve("keys/consent_command.password"));
        Files.delete(root.resolve("keys/consent_query.password"));

        Secrets.ensure(folder, true);

        assertThat(root.resolve("keys/consent_command.password")).exists();
        assertThat(root.resolve("keys/consent_query.password")).exists();
    }

    @Test
    void a_lost_key_is_never_replaced_by_another_one() throws IOException {
        Secrets.ensure(folder, false);
        Files.delete(root.resolve("keys/subject.key"));

        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> Secrets.ensure(folder, true))
                .withMessageContaining("subject.key is gone")
                .withMessageContaining("put it back from your backup");
        assertThat(root.resolve("keys/subject.key")).doesNotExist();
    }

    private String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(path)));
    }
}
