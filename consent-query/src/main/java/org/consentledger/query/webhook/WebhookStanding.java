package org.consentledger.query.webhook;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How all webhooks stand, in numbers.
 *
 * @param byState how many there are
 * @param lagEvents that the one furthest behind has still to look at, of those that are active
 * @param failingSeconds since the receiver that has failed longest took anything, of those that are active
 */
record WebhookStanding(Map<WebhookState, Long> byState, long lagEvents, double failingSeconds, long deadLetters) {

    private static final String SELECT = """
            SELECT count(*) FILTER (WHERE state = 'ACTIVE') AS active, count(*) FILTER (WHERE state = 'PAUSED') AS paused,
                   count(*) FILTER (WHERE state = 'GONE') AS gone,
                   greatest(0, (SELECT coalesce(max(position), -1) FROM ledger.event)
                               - min(position) FILTER (WHERE state = 'ACTIVE')) AS lag_events,
                   coalesce(extract(epoch FROM clock_timestamp()
                            - min(failing_since) FILTER (WHERE state = 'ACTIVE')), 0) AS failing_seconds,
                   (SELECT count(*) FROM webhook.dead_letter) AS dead_letters
              FROM webhook.webhook
            """;

    static final WebhookStanding NONE = new WebhookStanding(Map.of(), 0, 0, 0);

    static WebhookStanding of(JdbcClient jdbc) {
        return jdbc.sql(SELECT)
                .query((row, number) -> new WebhookStanding(
                        Map.of(
                                WebhookState.ACTIVE, row.getLong("active"),
                                WebhookState.PAUSED, row.getLong("paused"),
                                WebhookState.GONE, row.getLong("gone")),
                        row.getLong("lag_events"),
                        row.getDouble("failing_seconds"),
                        row.getLong("dead_letters")))
                .single();
    }
}
