package org.consentledger.query.consent;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consentledger.ledger.coalescing.Coalescer;
import org.consentledger.notice.ConsentForm;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.projection.ProjectionPositions;
import org.consentledger.erasure.SubjectErased;
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
     * equal facts the one recorded later rules. The subjects come as one text, because for an array PostgreSQL would plan
     * anew each time.
     */
    private static final String FACTS = """
            SELECT token.token, token.token_type, wanted.subject_id, fact.*
              FROM projection.token_entry AS token
             CROSS JOIN string_to_table(:subjects, ',') AS wanted(subject_id)
              LEFT JOIN LATERAL (
                SELECT position, kind, purpose, at, valid_until, notice, notice_version, form, event_id
                  FROM projection.consent_fact
                 WHERE subject_id = wanted.subject_id AND position <= :position AND recorded_at <= :recordedBy
                UNION ALL
                SELECT position, kind, purpose, at, NULL, NULL, NULL, NULL, event_id
                  FROM projection.objection_fact
                 WHERE subject_id = wanted.subject_id AND position <= :position AND recorded_at <= :recordedBy
                UNION ALL
                SELECT position, 'ERASED', NULL, at, NULL, NULL, NULL, NULL, event_id
                  FROM projection.erasure_fact
                 WHERE subject_id = wanted.subject_id AND position <= :position AND recorded_at <= :recordedBy
              ) AS fact ON true
             WHERE token.processor_name = 'consents' AND token.segment = 0
             ORDER BY fact.position
            """;

    private final JdbcClient jdbc;
    private final ProjectionPositions positions;
    private final Coalescer<SubjectId, KnownTimeline> newest = new Coalescer<>(subjects -> read(subjects, null));

    SubjectTimelines(JdbcClient jdbc, ProjectionPositions positions) {
        this.jdbc = jdbc;
        this.positions = positions;
    }

    /** Complete: knows every fact of the subject that its knowledge covers. Who asks at the same time shares a statement. */
    public KnownTimeline of(SubjectId subject, @Nullable KnownAt knownAt) {
        return knownAt == null
                ? newest.ask(subject)
                : read(List.of(subject), knownAt).getFirst();
    }

    private List<KnownTimeline> read(List<SubjectId> subjects, @Nullable KnownAt knownAt) {
        var wanted = Knowledge.of(knownAt, Long.MAX_VALUE);
        var found = jdbc.sql(FACTS)
                .param(
                        "subjects",
                        subjects.stream().map(SubjectId::value).distinct().collect(joining(",")))
                .param("position", wanted.position())
                .param("recordedBy", wanted.recordedByForSql())
                .query(this::found);
        var knowledge = Knowledge.of(knownAt, found.reached());
        return subjects.stream()
                .map(subject -> new KnownTimeline(found.timeline(subject), found.reached(), knowledge))
                .toList();
    }

    /**
     * What one statement found.
     *
     * @param reached how far the projection has come
     * @param facts of each subject that has any; an erasure is among them
     */
    private record Found(long reached, Map<String, List<Row>> facts) {

        Timeline timeline(SubjectId subject) {
            var rows = facts.getOrDefault(subject.value(), List.of());
            var timeline = Timeline.of(
                    rows.stream().map(Row::fact).filter(Objects::nonNull).toList());
            for (var row : rows) {
                if (row.erasedAt() != null) {
                    timeline = timeline.with(new SubjectErased(subject, row.erasedAt()));
                }
            }
            return timeline;
        }
    }

    /** Either a fact or an erasure. */
    private record Row(@Nullable Fact fact, @Nullable Instant erasedAt) {}

    private Found found(ResultSet rows) throws SQLException {
        var reached = -1L;
        var facts = new HashMap<String, List<Row>>();
        while (rows.next()) {
            if (rows.isFirst()) {
                reached = positions.in(rows);
            }
            if (rows.getString("kind") != null) {
                facts.computeIfAbsent(rows.getString("subject_id"), subject -> new ArrayList<>())
                        .add(row(rows));
            }
        }
        return new Found(reached, facts);
    }

    private static Row row(ResultSet row) throws SQLException {
        return FactKind.valueOf(row.getString("kind")) == FactKind.ERASED
                ? new Row(null, required(row, "at"))
                : new Row(fact(row), null);
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
