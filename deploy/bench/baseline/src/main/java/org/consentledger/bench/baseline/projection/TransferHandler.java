package org.consentledger.bench.baseline.projection;

import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.consentledger.transfer.TransferPermitted;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the ledger's projection "transfers". */
@Component
@ConditionalOnBooleanProperty("baseline.projections")
@ProcessingGroup("transfers")
class TransferHandler {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TransferHandler(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        jdbc.sql("""
                CREATE TABLE IF NOT EXISTS transfer (
                    event_id text PRIMARY KEY, subject_id text NOT NULL, recipient text NOT NULL, purpose text NOT NULL,
                    data_categories text NOT NULL, intent text NOT NULL, verdict text NOT NULL, ground jsonb,
                    occurred_at timestamptz NOT NULL, recorded_at timestamptz NOT NULL, reference text);
                CREATE INDEX IF NOT EXISTS transfer_by_subject ON transfer (subject_id, recorded_at);
                CREATE INDEX IF NOT EXISTS transfer_by_recipient ON transfer (recipient, recorded_at);
                CREATE INDEX IF NOT EXISTS transfer_by_verdict ON transfer (recipient, verdict, recorded_at)
                """).update();
    }

    @EventHandler
    void on(TransferPermitted event, @MessageIdentifier String id, @Timestamp Instant recordedAt) {
        var transfer = event.transfer();
        jdbc.sql("""
                INSERT INTO transfer (event_id, subject_id, recipient, purpose, data_categories, intent, verdict, ground,
                    occurred_at, recorded_at, reference)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::timestamptz, ?::timestamptz, ?)
                """)
                .params(
                        id,
                        event.subjectId().value(),
                        transfer.recipient(),
                        transfer.purpose(),
                        String.join(",", transfer.dataCategories()),
                        event.intent().name(),
                        event.decision().verdict().name(),
                        json.writeValueAsString(event.ground()),
                        transfer.occurredAt().toString(),
                        recordedAt.toString())
                .param(transfer.reference())
                .update();
    }

    @ResetHandler
    void reset() {
        jdbc.sql("TRUNCATE transfer").update();
    }
}
