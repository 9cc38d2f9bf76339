package org.consentledger.query.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.ledger.store.LedgerSchema;
import org.consentledger.query.webhook.sending.Attempt;
import org.consentledger.query.webhook.sending.Failure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events that could not be delivered. */
@Component
class DeadLetterRows {

    private static final String SELECT = """
            SELECT position, event_id, event_type, attempts, failure, failure_status, failed_at, redelivery_asked_at
              FROM webhook.dead_letter
            """;

    private static final String ONE = " WHERE webhook = :webhook AND position = :position";

    private final JdbcClient jdbc;

    /** @param schema makes sure that the tables are there */
    DeadLetterRows(JdbcClient jdbc, LedgerSchema schema) {
        this.jdbc = jdbc;
    }

    /** In order of position. */
    List<DeadLetterView> after(UUID webhook, long position, int limit) {
        return jdbc.sql(SELECT + " WHERE webhook = :webhook AND position > :position ORDER BY position LIMIT :limit")
                .param("webhook", webhook)
                .param("position", position)
                .param("limit", limit)
                .query(DeadLetterRows::deadLetter)
                .list();
    }

    Optional<DeadLetterView> find(UUID webhook, long position) {
        return jdbc.sql(SELECT + ONE)
                .param("webhook", webhook)
                .param("position", position)
                .query(DeadLetterRows::deadLetter)
                .optional();
    }

    /** Positions of those that somebody wants to be tried once more, the lowest first. */
    List<Long> asked(UUID webhook) {
        return jdbc.sql("SELECT position FROM webhook.dead_letter WHERE webhook = ? AND redelivery_asked_at IS NOT NULL"
                        + " ORDER BY position")
                .param(webhook)
                .query((row, number) -> row.getLong("position"))
                .list();
    }

    /** Asks whoever delivers to try it once more. */
    void ask(UUID webhook, long position) {
        jdbc.sql("WITH asked AS (UPDATE webhook.dead_letter SET redelivery_asked_at = clock_timestamp()" + ONE
                        + " RETURNING webhook)"
                        + " UPDATE webhook.webhook SET revision = revision + 1 WHERE id IN (SELECT webhook FROM asked)")
                .param("webhook", webhook)
                .param("position", position)
                .update();
    }

    void failedAgain(UUID webhook, long position, Attempt.Failed failed) {
        jdbc.sql("""
                UPDATE webhook.dead_letter
                   SET attempts = attempts + 1, failure = :failure, failure_status = :status, failed_at = clock_timestamp(),
                       redelivery_asked_at = NULL
                """ + ONE)
                .param("failure", failed.failure().name())
                .param("status", failed.status())
                .param("webhook", webhook)
                .param("position", position)
                .update();
    }

    /** Whether there was one. */
    boolean remove(UUID webhook, long position) {
        return jdbc.sql("DELETE FROM webhook.dead_letter" + ONE)
                        .param("webhook", webhook)
                        .param("position", position)
                        .update()
                == 1;
    }

    @SuppressWarnings("UnusedVariable") // what a row's reader is called with
    private static DeadLetterView deadLetter(ResultSet row, int number) throws SQLException {
        return new DeadLetterView(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getInt("attempts"),
                Failure.valueOf(row.getString("failure")),
                row.getObject("failure_status", Integer.class),
                row.getObject("failed_at", OffsetDateTime.class).toInstant(),
                WebhookRow.instant(row, "redelivery_asked_at"));
    }
}
