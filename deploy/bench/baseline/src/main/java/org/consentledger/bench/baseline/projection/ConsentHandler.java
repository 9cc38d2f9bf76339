package org.consentledger.bench.baseline.projection;

import java.time.Instant;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.transfer.TransferPermitted;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the ledger's projection "consents", made as handlers usually make them: event by event. */
@Component
@ConditionalOnBooleanProperty("baseline.projections")
@ProcessingGroup("consents")
class ConsentHandler {

    private final JdbcClient jdbc;

    ConsentHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("""
                CREATE TABLE IF NOT EXISTS consent_fact (
                    event_id text PRIMARY KEY, subject_id text NOT NULL, kind text NOT NULL, purpose text NOT NULL,
                    at timestamptz NOT NULL, notice text, notice_version text, form text, recorded_at timestamptz NOT NULL);
                CREATE INDEX IF NOT EXISTS consent_fact_by_subject ON consent_fact (subject_id, recorded_at);
                CREATE TABLE IF NOT EXISTS subject (subject_id text PRIMARY KEY, reference text NOT NULL)
                """).update();
    }

    @EventHandler
    void on(ConsentGiven event, @MessageIdentifier String id, @Timestamp Instant recordedAt) {
        insert(
                """
                INSERT INTO consent_fact (event_id, subject_id, kind, purpose, at, notice, notice_version, form, recorded_at)
                VALUES (?, ?, 'GIVEN', ?, ?::timestamptz, ?, ?, ?, ?::timestamptz)
                """,
                id,
                event.subjectId().value(),
                event.purpose(),
                event.collectedAt().toString(),
                event.notice(),
                event.noticeVersion(),
                event.evidence().form().name(),
                recordedAt.toString());
        name(event.subjectId().value(), event.subject());
    }

    @EventHandler
    void on(ConsentRevoked event, @MessageIdentifier String id, @Timestamp Instant recordedAt) {
        insert(
                """
                INSERT INTO consent_fact (event_id, subject_id, kind, purpose, at, recorded_at)
                VALUES (?, ?, 'REVOKED', ?, ?::timestamptz, ?::timestamptz)
                """,
                id,
                event.subjectId().value(),
                event.purpose(),
                event.revokedAt().toString(),
                recordedAt.toString());
        name(event.subjectId().value(), event.subject());
    }

    @EventHandler
    void on(TransferPermitted event) {
        name(event.subjectId().value(), event.transfer().subject());
    }

    @ResetHandler
    void reset() {
        jdbc.sql("TRUNCATE consent_fact, subject").update();
    }

    private void name(String subjectId, @Nullable String reference) {
        Objects.requireNonNull(reference, "nobody is erased here");
        insert(
                "INSERT INTO subject (subject_id, reference) VALUES (?, ?) ON CONFLICT DO NOTHING",
                subjectId,
                reference);
    }

    private void insert(String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
    }
}
