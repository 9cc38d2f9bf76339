package org.consentledger.query.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.projection.ProjectionPositions;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A subject's facts by pseudonym, each with its place in the ledger. Nothing of them is personal, so those of somebody who
 * was erased are told too.
 */
@Component
public final class SubjectFacts {

    /** One statement, and so one snapshot. In order of position: of two equal facts the one recorded later rules. */
    private static final String FACTS = """
            SELECT token.token, token.token_type, fact.*
              FROM projection.token_entry AS token
              LEFT JOIN LATERAL (
                SELECT position, kind, purpose, at, valid_until, notice, notice_version, form, event_id, recorded_at
                  FROM projection.consent_fact
                 WHERE subject_id = :subject AND position <= :position AND recorded_at <= :recordedBy
                UNION ALL
                SELECT position, kind, purpose, at, NULL, NULL, NULL, NULL, event_id, recorded_at
                  FROM projection.objection_fact
                 WHERE subject_id = :subject AND position <= :position AND recorded_at <= :recordedBy
                UNION ALL
                SELECT position, 'ERASED', NULL, at, NULL, NULL, NULL, NULL, event_id, recorded_at
                  FROM projection.erasure_fact
                 WHERE subject_id = :subject AND position <= :position AND recorded_at <= :recordedBy
              ) AS fact ON true
             WHERE token.processor_name = 'consents' AND token.segment = 0
             ORDER BY fact.position
            """;

    private final JdbcClient jdbc;
    private final ProjectionPositions positions;

    SubjectFacts(JdbcClient jdbc, ProjectionPositions positions) {
        this.jdbc = jdbc;
        this.positions = positions;
    }

    /** Complete: knows every fact of the subject that was known. */
    public FactsKnown of(SubjectId subject, @Nullable KnownAt knownAt) {
        var wanted = Knowledge.of(knownAt, Long.MAX_VALUE);
        return jdbc.sql(FACTS)
                .param("subject", subject.value())
                .param("position", wanted.position())
                .param("recordedBy", wanted.recordedByForSql())
                .query(rows -> {
                    return known(subject, knownAt, rows);
                });
    }

    private FactsKnown known(SubjectId subject, @Nullable KnownAt knownAt, ResultSet rows) throws SQLException {
        var facts = new ArrayList<PlacedFact>();
        Instant erasedAt = null;
        var reached = -1L;
        while (rows.next()) {
            if (rows.isFirst()) {
                reached = positions.in(rows);
            }
            var kind = rows.getString("kind");
            if (kind == null) {
                continue;
            }
            if (FactKind.valueOf(kind) == FactKind.ERASED) {
                erasedAt = erasedAt == null ? time(rows, "at") : erasedAt;
            } else {
                facts.add(new PlacedFact(
                        SubjectTimelines.fact(rows), rows.getLong("position"), time(rows, "recorded_at")));
            }
        }
        return new FactsKnown(subject, facts, erasedAt, reached, Knowledge.of(knownAt, reached));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
