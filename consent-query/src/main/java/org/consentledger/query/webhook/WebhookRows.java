package org.consentledger.query.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.ledger.keyring.WrappedKey;
import org.consentledger.ledger.store.LedgerSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people want of webhooks, in the database: every node knows it, and a restart forgets nothing. */
@Component
class WebhookRows {

    /** Any number will do, as long as every node uses the same one and nobody else does. */
    private static final long ADDING = 27988542867467896L;

    /** Whoever delivers sees by the revision that it is to look again. */
    private static final String CHANGE = "UPDATE webhook.webhook SET revision = revision + 1, ";

    private final JdbcClient jdbc;

    /** @param schema makes sure that the tables are there */
    WebhookRows(JdbcClient jdbc, LedgerSchema schema) {
        this.jdbc = jdbc;
    }

    /**
     * Adds one, in a transaction of the caller's; false if there are too many already. The same for all nodes, as they are counted
     * in turn.
     */
    boolean add(NewWebhook wanted, WrappedKey secret, int max) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", ADDING)
                .query((row, number) -> true)
                .list();
        return jdbc.sql("""
                INSERT INTO webhook.webhook (id, created_at, client_id, principal, url, types, purposes, recipients,
                    personal_data, purpose_of_access, kek, secret, state, position)
                SELECT :id, clock_timestamp(), :clientId, :principal, :url, CAST(:types AS text[]), CAST(:purposes AS text[]),
                       CAST(:recipients AS text[]), :personalData, :purposeOfAccess, :kek, :secret, 'ACTIVE', :position
                 WHERE (SELECT count(*) FROM webhook.webhook) < :max
                """)
                        .param("id", wanted.id())
                        .param("clientId", wanted.clientId())
                        .param("principal", wanted.principal())
                        .param("url", wanted.url())
                        .param("types", array(wanted.choice().types()))
                        .param("purposes", array(wanted.choice().purposes()))
                        .param("recipients", array(wanted.choice().recipients()))
                        .param("personalData", wanted.personalData())
                        .param("purposeOfAccess", wanted.purposeOfAccess())
                        .param("kek", secret.kek())
                        .param("secret", secret.bytes())
                        .param("position", wanted.position())
                        .param("max", max)
                        .update()
                == 1;
    }

    private static String @Nullable [] array(@Nullable List<String> values) {
        return values == null ? null : values.toArray(String[]::new);
    }

    Optional<Webhook> find(UUID id) {
        return jdbc.sql(WebhookRow.SELECT + " WHERE id = ?")
                .param(id)
                .query(WebhookRow::of)
                .optional();
    }

    /** The oldest first. */
    List<Webhook> all() {
        return jdbc.sql(WebhookRow.SELECT + " ORDER BY number")
                .query(WebhookRow::of)
                .list();
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM webhook.webhook WHERE id = ?").param(id).update();
    }

    void pause(UUID id) {
        jdbc.sql(CHANGE + "state = 'PAUSED', holder = NULL, held_until = NULL WHERE id = ?")
                .param(id)
                .update();
    }

    /** The next event is tried at once, as if it were for the first time. */
    void resume(UUID id) {
        jdbc.sql(CHANGE + "state = 'ACTIVE'," + DeliveryRows.WELL + "WHERE id = ?")
                .param(id)
                .update();
    }

    /** Goes on behind a position, whether that lies back or ahead. Dead letters behind it will come by again. */
    void goOnAfter(UUID id, long position) {
        jdbc.sql("WITH again AS (DELETE FROM webhook.dead_letter WHERE webhook = :id AND position > :position) "
                        + CHANGE + "position = :position," + DeliveryRows.WELL + "WHERE id = :id")
                .param("position", position)
                .param("id", id)
                .update();
    }

    /** The one in use goes on signing for a while beside the new one. */
    void replaceSecret(UUID id, WrappedKey secret, Duration overlap) {
        jdbc.sql(CHANGE + """
                previous_kek = kek, previous_secret = secret,
                previous_until = clock_timestamp() + :overlap * interval '1 second', kek = :kek, secret = :secret
                WHERE id = :id
                """)
                .param("overlap", overlap.toSeconds())
                .param("kek", secret.kek())
                .param("secret", secret.bytes())
                .param("id", id)
                .update();
    }

    /** The same secrets, encrypted with another key. Nothing if they are others by now. */
    void rewrap(Webhook webhook, WrappedKey secret, @Nullable WrappedKey previous) {
        jdbc.sql("""
                UPDATE webhook.webhook
                   SET kek = :kek, secret = :secret, previous_kek = :previousKek, previous_secret = :previousSecret,
                       previous_until = CASE WHEN CAST(:previousKek AS text) IS NOT NULL THEN previous_until END
                 WHERE id = :id AND secret = :before
                """)
                .param("kek", secret.kek())
                .param("secret", secret.bytes())
                .param("previousKek", previous == null ? null : previous.kek())
                .param("previousSecret", previous == null ? null : previous.bytes())
                .param("id", webhook.id())
                .param("before", webhook.secret().bytes())
                .update();
    }
}
