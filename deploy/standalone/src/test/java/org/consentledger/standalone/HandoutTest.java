package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.log.note.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoutTest {

    @TempDir
    Path root;

    @Test
    void each_program_gets_what_it_needs_and_nothing_else() throws IOException {
        call("secrets", root.toString(), "consent.example.com/ledger");

        assertThat(in("consent-command"))
                .containsExactlyInAnyOrder("LEDGER_DB_PASSWORD", "subject.key", "key-encryption.key", "issuer.jwks");
        assertThat(in("consent-query"))
                .as("only consent-query can sign")
                .containsExactlyInAnyOrder(
                        "LEDGER_DB_PASSWORD", "subject.key", "key-encryption.key", "issuer.jwks", "signing.key");
        assertThat(in("migration"))
                .as("only the migration is the owner")
                .containsExactlyInAnyOrder(
                        "LEDGER_DB_OWNER_PASSWORD",
                        "LEDGER_DB_PASSWORD",
                        "subject.key",
                        "key-encryption.key",
                        "issuer.jwks");
        assertThat(in("database"))
                .containsExactlyInAnyOrder(
                        "postgres.password",
                        "ledger_owner.password",
                        "consent_command.password",
                        "consent_query.password");
    }

    @Test
    void what_two_have_to_share_is_the_same() throws Exception {
        call("secrets", root.toString(), "consent.example.com/ledger");

        same("consent-command/subject.key", "consent-query/subject.key", "migration/subject.key");
        same("consent-command/key-encryption.key", "consent-query/key-encryption.key", "migration/key-encryption.key");
        same("database/consent_command.password", "consent-command/LEDGER_DB_PASSWORD", "migration/LEDGER_DB_PASSWORD");
        same("database/consent_query.password", "consent-query/LEDGER_DB_PASSWORD");
        same("database/ledger_owner.password", "migration/LEDGER_DB_OWNER_PASSWORD");
        assertThat(root.resolve("consent-query/subject.key")).hasSize(32);
        assertThat(SigningKey.parse(Files.readString(root.resolve("consent-query/signing.key")))
                        .verification()
                        .name())
                .isEqualTo("consent.example.com/ledger");

        var issuer = ECKey.parse(Files.readString(root.resolve("issuer/keys/issuer.jwk")));
        var known = JWKSet.parse(Files.readString(root.resolve("consent-command/issuer.jwks")));
        assertThat(known.getKeys()).containsExactly(issuer.toPublicJWK());
    }

    @Test
    void every_password_is_another_one() throws IOException {
        call("secrets", root.toString());

        assertThat(List.of("postgres", "ledger_owner", "consent_command", "consent_query"))
                .extracting(login -> Files.readString(root.resolve("database").resolve(login + ".password")))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_there_stays_and_what_is_missing_comes() throws IOException {
        call("secrets", root.toString());
        var before = content();
        Files.delete(root.resolve("migration/subject.key"));
        Files.delete(root.resolve("consent-query/LEDGER_DB_PASSWORD"));

        call("secrets", root.toString());

        assertThat(content()).isEqualTo(before);
    }

    /** As compose does it at every start. */
    @Test
    void it_can_be_called_again_while_the_issuer_runs() throws IOException {
        call("secrets", root.toString());
        var before = content();
        try (var _ = DataFolder.open(root.resolve("issuer"))) {
            call("secrets", root.toString());
        }
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void only_whoever_a_folder_is_given_to_reads_it() throws IOException {
        call("secrets", root.toString());

        assertThat(mode("consent-query")).isEqualTo("rwx------");
        assertThat(mode("consent-query/signing.key")).isEqualTo("r--r--r--");
        assertThat(mode("issuer/keys/issuer.jwk")).isEqualTo("rw-------");
    }

    @Test
    void a_call_without_a_folder_is_told_what_to_say() {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> call("secrets"))
                .withMessageStartingWith("say where to: secrets FOLDER [ORIGIN]");
    }

    private static void call(String... arguments) {
        var out = new PrintStream(new ByteArrayOutputStream());
        Handout.call(List.of(arguments), new Console(out, out, Duration.ZERO));
    }

    private List<String> in(String folder) throws IOException {
        try (var files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void same(String first, String... others) {
        for (var other : others) {
            assertThat(root.resolve(other)).hasSameBinaryContentAs(root.resolve(first));
        }
    }

    private Map<String, String> content() throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList()) {
                found.put(file.toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return found;
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(path)));
    }
}
