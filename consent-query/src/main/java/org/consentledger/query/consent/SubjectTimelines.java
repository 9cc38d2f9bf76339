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
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.coalescing.Coalescer;
import org.consentledger.ledger.keyring.SubjectDirectory;
import org.consentledger.notice.ConsentForm;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.projection.ProjectionPositions;
import org.consentledger.query.subject.KnownSubject;
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
     * equal facts the one recorded later rules. Whom it is about is told by the same snapshot. They come as one text,
     * because for an array PostgreSQL would plan anew each time.
     */
    private static final String FACTS = """
            SELECT token.token, token.token_type, wanted.it, subject.subject_id, subject.erased_at, fact.*
              FROM projection.token_entry AS token
             CROSS JOIN string_to_table(:wanted, ',') AS wanted(it)
              LEFT JOIN LATERAL (%s) AS subject ON true
              LEFT JOIN LATERAL (
                SELECT position, kind, purpose, at, valid_until, notice, notice_version, form, event_id
                  FROM projection.consent_fact
                 WHERE subject_id = subject.subject_id AND position <= :position AND recorded_at <= :recordedBy
                UNION ALL
                SELECT position, kind, purpose, at, NULL, NULL, NULL, NULL, event_id
                  FROM projection.objection_fact
                 WHERE subject_id = subject.subject_id AND position <= :position AND recorded_at <= :recordedBy
                UNION ALL
                SELECT position, 'ERASED', NULL, at, NULL, NULL, NULL, NULL, event_id
                  FROM projection.erasure_fact
                 WHERE subject_id = subject.subject_id AND position <= :position AND recorded_at <= :recordedBy
              ) AS fact ON true
             WHERE token.processor_name = 'consents' AND token.segment = 0
             ORDER BY fact.position
            """;

    private static final String BY_LOOKUP = FACTS.formatted("""
            SELECT subject_id, erased_at FROM keyring.subject WHERE lookup = CAST(wanted.it AS uuid) LIMIT 1
            """);

    /** The keyring has forgotten the pseudonym of somebody who was erased and has begun anew. */
    private static final String BY_ID = FACTS.formatted("""
            SELECT wanted.it AS subject_id,
                   coalesce((SELECT k.erased_at FROM keyring.subject AS k WHERE k.subject_id = wanted.it),
                            (SELECT min(e.at) FROM projection.erasure_fact AS e WHERE e.subject_id = wanted.it))
                       AS erased_at
             WHERE EXISTS (SELECT FROM ledger.event AS e WHERE e.stream_id = wanted.it)
            """);

    private final JdbcClient jdbc;
    private final SubjectDirectory directory;
    private final ProjectionPositions positions;
    private final Coalescer<UUID, KnownTimeline> newest = new Coalescer<>(lookups -> read(lookups, null));

    SubjectTimelines(JdbcClient jdbc, SubjectDirectory directory, ProjectionPositions positions) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.positions = positions;
    }

    /** Complete: knows every fact of the subject that its knowledge covers. Who asks at the same time shares a statement. */
    public KnownTimeline of(String reference, @Nullable KnownAt knownAt) {
        var lookup = directory.lookup(reference);
        return knownAt == null
                ? newest.ask(lookup)
                : read(List.of(lookup), knownAt).getFirst();
    }

    /** The same by pseudonym, which leads to somebody who was erased as well: nothing of a timeline is personal. */
    public KnownTimeline of(SubjectId subject, @Nullable KnownAt knownAt) {
        return read(BY_ID, List.of(subject.value()), knownAt).getFirst();
    }

    private List<KnownTimeline> read(List<UUID> lookups, @Nullable KnownAt knownAt) {
        return read(BY_LOOKUP, lookups.stream().map(UUID::toString).toList(), knownAt);
    }

    private List<KnownTimeline> read(String sql, List<String> wanted, @Nullable KnownAt knownAt) {
        var limit = Knowledge.of(knownAt, Long.MAX_VALUE);
        var found = jdbc.sql(sql)
                .param("wanted", wanted.stream().distinct().collect(joining(",")))
                .param("position", limit.position())
                .param("recordedBy", limit.recordedByForSql())
                .query(rows -> {
                    return found(rows, knownAt == null);
                });
        var knowledge = Knowledge.of(knownAt, found.reached());
        return wanted.stream().map(one -> found.of(one, knowledge)).toList();
    }

    /**
     * What one statement found.
     *
     * @param reached how far the projection has come
     * @param known what is known of whoever each lookup or pseudonym leads to; none of those that lead to nobody
     */
    private record Found(long reached, Map<String, Known> known) {

        KnownTimeline of(String wanted, Knowledge knowledge) {
            var one = known.get(wanted);
            return one == null
                    ? new KnownTimeline(new KnownSubject(null, null), Timeline.complete(), reached, knowledge)
                    : new KnownTimeline(
                            new KnownSubject(one.subject, one.erasedAt), one.timeline(), reached, knowledge);
        }
    }

    /**
     * Of one subject.
     *
     * @param erasedAt as it stands now
     * @param isNewest whether the timeline is to hold all that is known now
     * @param rows facts, and erasures among them
     */
    private record Known(SubjectId subject, @Nullable Instant erasedAt, boolean isNewest, List<Row> rows) {

        Timeline timeline() {
            var timeline = Timeline.of(
                    rows.stream().map(Row::fact).filter(Objects::nonNull).toList());
            // the projection may not have come as far as an erasure; what was known before tells of it by itself
            var erasedSince = isNewest ? Stream.ofNullable(erasedAt) : Stream.<Instant>empty();
            return Stream.concat(rows.stream().map(Row::erasedAt), erasedSince)
                    .filter(Objects::nonNull)
                    .map(at -> new SubjectErased(subject, at))
                    .reduce(timeline, Timeline::with, (one, other) -> one);
        }
    }

    /** Either a fact or an erasure. */
    private record Row(@Nullable Fact fact, @Nullable Instant erasedAt) {}

    private Found found(ResultSet rows, boolean isNewest) throws SQLException {
        var reached = -1L;
        var known = new HashMap<String, Known>();
        while (rows.next()) {
            if (rows.isFirst()) {
                reached = positions.in(rows);
            }
            var id = rows.getString("subject_id");
            if (id == null) {
                continue;
            }
            var erasedAt = time(rows, "erased_at");
            var one = known.computeIfAbsent(
                    rows.getString("it"),
                    wanted -> new Known(new SubjectId(id), erasedAt, isNewest, new ArrayList<>()));
            if (rows.getString("kind") != null) {
                one.rows().add(row(rows));
            }
        }
        return new Found(reached, known);
    }

    private static Row row(ResultSet row) throws SQLException {
        return FactKind.valueOf(row.getString("kind")) == FactKind.ERASED
                ? new Row(null, required(row, "at"))
                : new Row(fact(row), null);
    }

    /** The fact in a row of one of the fact tables; an erasure is none. */
    static Fact fact(ResultSet row) throws SQLException {
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

    static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
