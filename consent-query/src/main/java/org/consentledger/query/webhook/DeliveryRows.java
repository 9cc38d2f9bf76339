package org.consentledger.query.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.store.LedgerSchema;
import org.consentledger.query.webhook.sending.Attempt;
import org.consentledger.query.webhook.sending.Failure;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who delivers, and how far that has come. A webhook is held by one node at a time, for as long as that says so in time; whatever a
 * node writes counts only while it holds the webhook, and if nobody changed meanwhile what is to be done.
 */
@Component
class DeliveryRows {

    private static final String OURS = " WHERE id = :id AND holder = :node AND revision = :revision";

    private static final String FAILED = """
             failing_since = coalesce(failing_since, clock_timestamp()), failure = :failure, failure_status = :status
            """;

    private static final String AWAY = " attempts = 0, next_attempt_at = NULL, " + FAILED;

    /** Nothing waits that failed: it was delivered, is a dead letter, or is not for the receiver any more. */
    static final String WELL =
            " attempts = 0, next_attempt_at = NULL, failing_since = NULL, failure = NULL, failure_status = NULL ";

    private final JdbcClient jdbc;

    /** @param schema makes sure that the tables are there */
    DeliveryRows(JdbcClient jdbc, LedgerSchema schema) {
        this.jdbc = jdbc;
    }

    /** A webhook that a node holds. */
    record Held(UUID id, int revision) {

        @SuppressWarnings("UnusedVariable") // what a row's reader is called with
        static Held of(ResultSet row, int number) throws SQLException {
            return new Held(row.getObject("id", UUID.class), row.getInt("revision"));
        }
    }

    /** Holds on to what the node holds already; what is not among them is not its own any more. */
    List<Held> renew(UUID node, Duration lease) {
        return jdbc.sql("""
                UPDATE webhook.webhook SET held_until = clock_timestamp() + :lease * interval '1 millisecond'
                 WHERE state = 'ACTIVE' AND holder = :node
                RETURNING id, revision
                """)
                .param("lease", lease.toMillis())
                .param("node", node)
                .query(Held::of)
                .list();
    }

    /** Takes what nobody holds, or nobody any longer. */
    List<Held> take(UUID node, Duration lease) {
        return jdbc.sql("""
                UPDATE webhook.webhook AS w
                   SET holder = :node, held_until = clock_timestamp() + :lease * interval '1 millisecond'
                  FROM (SELECT id FROM webhook.webhook
                         WHERE state = 'ACTIVE' AND (holder IS NULL OR (holder <> :node AND held_until < clock_timestamp()))
                           FOR UPDATE SKIP LOCKED) AS free
                 WHERE w.id = free.id
                RETURNING w.id, w.revision
                """)
                .param("lease", lease.toMillis())
                .param("node", node)
                .query(Held::of)
                .list();
    }

    /** Others need not wait until the time is over. */
    void letGo(UUID node) {
        jdbc.sql("UPDATE webhook.webhook SET holder = NULL, held_until = NULL WHERE holder = ?")
                .param(node)
                .update();
    }

    /** Empty if the node does not hold it any more. */
    Optional<Webhook> held(UUID id, UUID node) {
        return jdbc.sql(WebhookRow.SELECT + " WHERE id = :id AND holder = :node AND state = 'ACTIVE'")
                .param("id", id)
                .param("node", node)
                .query(WebhookRow::of)
                .optional();
    }

    /** Up to there is nothing left to deliver, and so nothing that fails. */
    boolean passed(Webhook webhook, UUID node, long position) {
        return update("UPDATE webhook.webhook SET position = :position," + WELL + OURS, webhook, node)
                        .param("position", position)
                        .update()
                == 1;
    }

    boolean delivered(Webhook webhook, UUID node, long position) {
        return update("""
                UPDATE webhook.webhook
                   SET position = :position, delivered = delivered + 1, delivered_at = clock_timestamp(),
                """ + WELL + OURS, webhook, node)
                        .param("position", position)
                        .update()
                == 1;
    }

    boolean postponed(
            Webhook webhook, UUID node, int attempts, Failure failure, @Nullable Integer status, Duration delay) {
        return update(
                                "UPDATE webhook.webhook SET attempts = :attempts,"
                                        + " next_attempt_at = clock_timestamp() + :delay * interval '1 millisecond', "
                                        + FAILED
                                        + OURS,
                                webhook,
                                node)
                        .param("attempts", attempts)
                        .param("delay", delay.toMillis())
                        .param("failure", failure.name())
                        .param("status", status)
                        .update()
                == 1;
    }

    /** Nothing could be sent, through no fault of the receiver's. Written once, however often it is tried again. */
    void hindered(Webhook webhook, UUID node) {
        update("UPDATE webhook.webhook SET " + FAILED + OURS + " AND failure IS DISTINCT FROM :failure", webhook, node)
                .param("failure", Failure.LEDGER_FAILED.name())
                .param("status", null)
                .update();
    }

    /** Nothing more is sent, and the event stays to be delivered. */
    boolean gone(Webhook webhook, UUID node, Attempt.Gone gone) {
        return update(
                                "UPDATE webhook.webhook SET state = 'GONE', holder = NULL, held_until = NULL, " + FAILED
                                        + OURS,
                                webhook,
                                node)
                        .param("failure", gone.failure().name())
                        .param("status", gone.status())
                        .update()
                == 1;
    }

    /** Puts an event aside and goes on behind it, in one commit. A receiver that refuses it is there, one that was waited for is not. */
    boolean putAside(Webhook webhook, UUID node, RecordedEvent event, int attempts, Attempt.Failed failed) {
        return update(
                                "WITH moved AS (UPDATE webhook.webhook SET position = :position,"
                                        + (failed instanceof Attempt.Refused ? WELL : AWAY) + OURS
                                        + " RETURNING id)" + """
                        INSERT INTO webhook.dead_letter (webhook, position, event_id, event_type, attempts, failure,
                            failure_status, failed_at)
                        SELECT id, :position, :eventId, :eventType, :attempts, :failure, :status, clock_timestamp() FROM moved
                            ON CONFLICT (webhook, position) DO UPDATE
                           SET attempts = excluded.attempts, failure = excluded.failure,
                               failure_status = excluded.failure_status, failed_at = excluded.failed_at
                        """,
                                webhook,
                                node)
                        .param("position", event.position())
                        .param("eventId", event.id())
                        .param("eventType", event.type())
                        .param("attempts", attempts)
                        .param("failure", failed.failure().name())
                        .param("status", failed.status())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec update(String sql, Webhook webhook, UUID node) {
        return jdbc.sql(sql).param("id", webhook.id()).param("node", node).param("revision", webhook.revision());
    }
}
