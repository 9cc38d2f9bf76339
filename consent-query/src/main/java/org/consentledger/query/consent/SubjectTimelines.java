package org.consentledger.query.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.consentledger.notice.ConsentForm;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.projection.ProjectionPositions;
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

    /**
     * One statement, and so one snapshot: the token says how far exactly these facts go. In order of position: of two
     * equal facts the one recorded later rules.
     */
    private static final String FACTS = """
            SELECT token.token, token.token_type, fact.*
              FROM projection.token_entry AS token
              LEFT JOIN (
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
              ) AS fact ON true
             WHERE token.processor_name = 'consents' AND token.segment = 0
             ORDER BY fact.position
            """;

    private final JdbcClient jdbc;
    private final ProjectionPositions positions;

    SubjectTimelines(JdbcClient jdbc, ProjectionPositions positions) {
        this.jdbc = jdbc;
        this.positions = positions;
    }

    /** Complete: knows every fact of the subject that its knowledge covers. */
    public KnownTimeline of(SubjectId subject, @Nullable KnownAt knownAt) {
        var wanted = Knowledge.of(knownAt, Long.MAX_VALUE);
        var rows = jdbc.sql(FACTS)
                .param("subject", subject.value())
                .param("position", wanted.position())
                .param("recordedBy", wanted.recordedByForSql())
                .query((row, number) -> row(row))
                .list();
        var reached = rows.isEmpty() ? -1 : rows.getFirst().reached();
        return new KnownTimeline(timeline(subject, rows), reached, Knowledge.of(knownAt, reached));
    }

    private static Timeline timeline(SubjectId subject, List<Row> rows) {
        var timeline = Timeline.of(
                rows.stream().map(Row::fact).filter(Objects::nonNull).toList());
        for (var row : rows) {
            if (row.erasedAt() != null) {
                timeline = timeline.with(new SubjectErased(subject, row.erasedAt()));
            }
        }
        return timeline;
    }

    /**
     * A fact or an erasure, or neither if there is nothing.
     *
     * @param reached how far the projection has come; the same in every row
     */
    private record Row(
            long reached, @Nullable Fact fact, @Nullable Instant erasedAt) {}

    private Row row(ResultSet row) throws SQLException {
        var reached = positions.in(row);
        var kind = row.getString("kind");
        if (kind == null) {
            return new Row(reached, null, null);
        }
        return FactKind.valueOf(kind) == FactKind.ERASED
                ? new Row(reached, null, required(row, "at"))
                : new Row(reached, fact(row), null);
    }

    private static Fact fact(ResultSet row) throws SQLException {
        var at = required(row, "at");
        var eventId = row.getString("event_id");
        var purpose = row.getString("purpose");
        return switch (FactKind.valueOf(row.getString("kind"))) {
            case GIVEN ->
                new ConsentFact.Given(
                        purpose,
                        at,
                        time(row, "valid_until"),
                        row.getString("notice"),
                        row.getString("notice_version"),
                        ConsentForm.valueOf(row.getString("form")),
                        eventId);
            case REFUSED ->
                new ConsentFact.Refused(purpose, at, row.getString("notice"), row.getString("notice_version"), eventId);
            case REVOKED -> new ConsentFact.Revoked(purpose, at, eventId);
            case OBJECTED -> new ObjectionFact.Objected(purpose, at, eventId);
            case WITHDRAWN -> new ObjectionFact.Withdrawn(purpose, at, eventId);
            case ERASED -> throw new IllegalArgumentException("an erasure is no fact");
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
