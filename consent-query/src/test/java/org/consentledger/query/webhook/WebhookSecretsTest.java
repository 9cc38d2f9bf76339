package org.consentledger.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.consentledger.ledger.keyring.KeyEncryptionKeys;
import org.consentledger.ledger.keyring.UnsealingException;
import org.consentledger.ledger.keyring.WrappedKey;
import org.consentledger.query.webhook.sending.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets go over to the key-encryption key in use, and the one before is needed no more. */
class WebhookSecretsTest {

    @TempDir
    private Path folder;

    /** Holds one webhook. */
    private static final class OneRow extends WebhookRows {

        private Webhook webhook;
        private int rewrapped;

        OneRow(Webhook webhook) {
            super(null, null);
            this.webhook = webhook;
        }

        @Override
        List<Webhook> all() {
            return List.of(webhook);
        }

        @Override
        void rewrap(Webhook known, WrappedKey secret, @Nullable WrappedKey previous) {
            rewrapped++;
            webhook = PlantedWebhook.of(known.revision(), secret, previous);
        }
    }

    private String key(int number) throws IOException {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) number);
        return Files.write(folder.resolve(number + ".key"), bytes).toString();
    }

    @Test
    void bothAreEncryptedAnewUnderTheKeyInUseOnce() throws IOException {
        var before = new WebhookSecrets(KeyEncryptionKeys.load(key(1), List.of()), new OneRow(null));
        var newest = Secret.random();
        var previous = Secret.random();
        var row = new OneRow(PlantedWebhook.of(
                0, before.wrapped(PlantedWebhook.ID, newest), before.wrapped(PlantedWebhook.ID, previous)));
        var alone = new WebhookSecrets(KeyEncryptionKeys.load(key(2), List.of()), row);
        assertThatThrownBy(() -> alone.of(row.webhook)).isInstanceOf(UnsealingException.class);

        var both = new WebhookSecrets(KeyEncryptionKeys.load(key(2), List.of(key(1))), row);
        both.rewrap();
        both.rewrap();

        assertThat(row.rewrapped).isEqualTo(1);
        assertThat(alone.of(row.webhook)).extracting(Secret::told).containsExactly(newest.told(), previous.told());
    }

    @Test
    void whatCannotBeDecryptedStaysAsItIs() throws IOException {
        var before = new WebhookSecrets(KeyEncryptionKeys.load(key(1), List.of()), new OneRow(null));
        var row = new OneRow(PlantedWebhook.of(0, before.wrapped(PlantedWebhook.ID, Secret.random()), null));

        new WebhookSecrets(KeyEncryptionKeys.load(key(2), List.of()), row).rewrap();

        assertThat(row.rewrapped).isZero();
    }
}
