package org.consentledger.query.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.consentledger.notice.ConsentForm;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.subject.SubjectErased;
import org.consentledger.subject.SubjectId;
import org.consentledger.timeline.ConsentFact;
import org.consentledger.timeline.Fact;
import org.consentledger.timeline.ObjectionFact;
import org.consentledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A subject's timeline as far as the ledger knew it at some point, from the rows of projection "consents". */
@Component
public final class SubjectTimelines {

    /** In order of position: of two equal facts the one recorded later rules. */
    private static final String FACTS = """
            SELECT position, kind, purpose, at, valid_until, notice, notice_version, form, event_id
              FROM projection.consent_fact
             WHERE subject_id = :subject AND position <= :position AND recorded_at <= :recordedBy
            UNION ALL
            SELECT position, kind, purpose, at, NULL, NULL, NULL, NULL, event_id
              FROM projection.objection_fact
             WHERE subject_id = :subject AND position <= :position AND recorded_at <= :recordedBy
            UNION ALL
            SELECT position, 'ERASED', NULL, at, NULL, NULL, NULL, NULL, event_id
              FROM projection.erasure_fact
             WHERE subject_id = :subject AND position <= :position AND recorded_at <= :recordedBy
             ORDER BY position
            """;

    private final JdbcClient jdbc;

    SubjectTimelines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Complete: knows every fact of the subject that the knowledge covers. */
    public Timeline of(SubjectId subject, Knowledge knowledge) {
        var rows = jdbc.sql(FACTS)
                .param("subject", subject.value())
                .param("position", knowledge.position())
                .param("recordedBy", knowledge.recordedByForSql())
                .query((row, number) -> new Row(required(row, "at"), fact(row)))
                .list();
        var timeline =
                Timeline.of(rows.stream().flatMap(row -> row.fact().stream()).toList());
        for (var erasure : rows.stream().filter(row -> row.fact().isEmpty()).toList()) {
            timeline = timeline.with(new SubjectErased(subject, erasure.at()));
        }
        return timeline;
    }

    /** @param fact empty for an erasure */
    private record Row(Instant at, Optional<Fact> fact) {}

    private static Optional<Fact> fact(ResultSet row) throws SQLException {
        var at = required(row, "at");
        var eventId = row.getString("event_id");
        var purpose = row.getString("purpose");
        return switch (FactKind.valueOf(row.getString("kind"))) {
            case GIVEN ->
                Optional.of(new ConsentFact.Given(
                        purpose,
                        at,
                        time(row, "valid_until"),
                        row.getString("notice"),
                        row.getString("notice_version"),
                        ConsentForm.valueOf(row.getString("form")),
                        eventId));
            case REFUSED ->
                Optional.of(new ConsentFact.Refused(
                        purpose, at, row.getString("notice"), row.getString("notice_version"), eventId));
            case REVOKED -> Optional.of(new ConsentFact.Revoked(purpose, at, eventId));
            case OBJECTED -> Optional.of(new ObjectionFact.Objected(purpose, at, eventId));
            case WITHDRAWN -> Optional.of(new ObjectionFact.Withdrawn(purpose, at, eventId));
            case ERASED -> Optional.empty();
        };
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
