package org.consentledger.query.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.consentledger.ledger.keyring.WrappedKey;
import org.consentledger.query.webhook.sending.Failure;
import org.jspecify.annotations.Nullable;

/** How a webhook stands in its table. */
final class WebhookRow {

    /** By the database's clock, as nodes' clocks differ. */
    static final String SELECT = """
            SELECT w.*, CASE WHEN previous_until > clock_timestamp() THEN previous_until END AS overlaps_until,
                   extract(epoch FROM next_attempt_at - clock_timestamp()) AS next_attempt_in,
                   (SELECT count(*) FROM webhook.dead_letter AS d WHERE d.webhook = w.id) AS dead_letters
              FROM webhook.webhook AS w
            """;

    private WebhookRow() {}

    @SuppressWarnings("UnusedVariable") // what a row's reader is called with
    static Webhook of(ResultSet row, int number) throws SQLException {
        var overlap = instant(row, "overlaps_until");
        var seconds = row.getBigDecimal("next_attempt_in");
        var failure = row.getString("failure");
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("client_id"),
                row.getString("principal"),
                URI.create(row.getString("url")),
                new EventChoice(list(row, "types"), list(row, "purposes"), list(row, "recipients")),
                row.getBoolean("personal_data"),
                row.getString("purpose_of_access"),
                new WrappedKey(row.getString("kek"), row.getBytes("secret")),
                overlap == null ? null : new WrappedKey(row.getString("previous_kek"), row.getBytes("previous_secret")),
                overlap,
                WebhookState.valueOf(row.getString("state")),
                row.getLong("position"),
                row.getInt("attempts"),
                instant(row, "next_attempt_at"),
                seconds == null
                        ? null
                        : Duration.ofMillis(
                                Math.max(0, seconds.movePointRight(3).longValue())),
                instant(row, "failing_since"),
                failure == null ? null : Failure.valueOf(failure),
                row.getObject("failure_status", Integer.class),
                row.getLong("delivered"),
                instant(row, "delivered_at"),
                row.getInt("revision"),
                row.getLong("dead_letters"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable List<String> list(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
