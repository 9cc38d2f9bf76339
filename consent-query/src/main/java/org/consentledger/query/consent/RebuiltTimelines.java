package org.consentledger.query.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.subject.SubjectId;
import org.consentledger.timeline.Fact;
import org.consentledger.timeline.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Timelines of all subjects, one page after the other, from tables of projection "consents" wherever they stand. */
@Component
public final class RebuiltTimelines {

    private final JdbcClient jdbc;

    RebuiltTimelines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one subject said. */
    public record OfSubject(SubjectId subject, Timeline timeline) {}

    /**
     * Those of the next subjects who said anything, by pseudonym. A subject's whole history is in memory at a time, in order of
     * position: of two equal facts the one recorded later rules.
     *
     * @param schema where the tables stand; no caller's text
     * @param after only later pseudonyms; the empty text for all
     */
    public List<OfSubject> page(String schema, String after, int limit) {
        return jdbc.sql("""
            WITH spoken AS (
                SELECT subject_id FROM (
                    (SELECT DISTINCT subject_id FROM %1$s.consent_fact WHERE subject_id > :after ORDER BY subject_id LIMIT :limit)
                    UNION
                    (SELECT DISTINCT subject_id FROM %1$s.objection_fact WHERE subject_id > :after ORDER BY subject_id LIMIT :limit)
                ) AS either ORDER BY subject_id LIMIT :limit
            )
            SELECT spoken.subject_id, fact.*
              FROM spoken
             CROSS JOIN LATERAL (
                SELECT position, kind, purpose, at, valid_until, notice, notice_version, form, event_id
                  FROM %1$s.consent_fact WHERE subject_id = spoken.subject_id
                UNION ALL
                SELECT position, kind, purpose, at, NULL, NULL, NULL, NULL, event_id
                  FROM %1$s.objection_fact WHERE subject_id = spoken.subject_id
                UNION ALL
                SELECT position, 'ERASED', NULL, at, NULL, NULL, NULL, NULL, event_id
                  FROM %1$s.erasure_fact WHERE subject_id = spoken.subject_id
             ) AS fact
             ORDER BY spoken.subject_id, fact.position
            """.formatted(schema))
                .param("after", after)
                .param("limit", limit)
                .query(RebuiltTimelines::timelines);
    }

    private static List<OfSubject> timelines(ResultSet rows) throws SQLException {
        var said = new LinkedHashMap<String, Said>();
        while (rows.next()) {
            var one = said.computeIfAbsent(
                    rows.getString("subject_id"), id -> new Said(new ArrayList<>(), new ArrayList<>()));
            if (FactKind.valueOf(rows.getString("kind")) == FactKind.ERASED) {
                one.erasures.add(SubjectTimelines.required(rows, "at"));
            } else {
                one.facts.add(SubjectTimelines.fact(rows));
            }
        }
        return said.entrySet().stream()
                .map(one -> new OfSubject(
                        new SubjectId(one.getKey()), one.getValue().timeline(new SubjectId(one.getKey()))))
                .toList();
    }

    private record Said(List<Fact> facts, List<Instant> erasures) {

        Timeline timeline(SubjectId subject) {
            var timeline = Timeline.of(facts);
            for (var at : erasures) {
                timeline = timeline.with(new SubjectErased(subject, at));
            }
            return timeline;
        }
    }
}
