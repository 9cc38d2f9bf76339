package org.consentledger.query.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.consentledger.notice.ConsentForm;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.subject.SubjectErased;
import org.consentledger.subject.SubjectId;
import org.consentledger.timeline.ConsentFact;
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
        var facts = jdbc.sql(FACTS)
                .param("subject", subject.value())
                .param("position", knowledge.position())
                .param("recordedBy", knowledge.recordedByForSql())
                .query((row, number) -> fact(row, subject))
                .list();
        var timeline = Timeline.complete();
        for (var fact : facts) {
            timeline = fact.addTo(timeline);
        }
        return timeline;
    }

    @FunctionalInterface
    private interface AnyFact {
        Timeline addTo(Timeline timeline);
    }

    private static AnyFact fact(ResultSet row, SubjectId subject) throws SQLException {
        var at = required(row, "at");
        var eventId = row.getString("event_id");
        var purpose = row.getString("purpose");
        return switch (FactKind.valueOf(row.getString("kind"))) {
            case GIVEN -> {
                var fact = new ConsentFact.Given(
                        purpose,
                        at,
                        time(row, "valid_until"),
                        row.getString("notice"),
                        row.getString("notice_version"),
                        ConsentForm.valueOf(row.getString("form")),
                        eventId);
                yield timeline -> timeline.with(fact);
            }
            case REFUSED -> {
                var fact = new ConsentFact.Refused(
                        purpose, at, row.getString("notice"), row.getString("notice_version"), eventId);
                yield timeline -> timeline.with(fact);
            }
            case REVOKED -> timeline -> timeline.with(new ConsentFact.Revoked(purpose, at, eventId));
            case OBJECTED -> timeline -> timeline.with(new ObjectionFact.Objected(purpose, at, eventId));
            case WITHDRAWN -> timeline -> timeline.with(new ObjectionFact.Withdrawn(purpose, at, eventId));
            case ERASED -> timeline -> timeline.with(new SubjectErased(subject, at));
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
