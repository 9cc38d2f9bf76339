package org.consentledger.query.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.consentledger.timeline.Fact;
import org.consentledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What many subjects said of their consents, one subject after the other. To be asked within a transaction: then rows come
 * bit by bit, and memory holds one subject at a time.
 */
@Component
public final class ConsentFacts {

    private static final int FETCH_ROWS = 5_000;

    private static final String FACTS = """
            SELECT position, subject_id, kind, purpose, at, valid_until, notice, notice_version, form, event_id
              FROM projection.consent_fact
             WHERE position <= :position AND at < :before %1$s
            UNION ALL
            SELECT position, subject_id, 'ERASED', NULL, at, NULL, NULL, NULL, NULL, event_id
              FROM projection.erasure_fact
             WHERE position <= :position AND at < :before %1$s
             ORDER BY subject_id, position
            """;

    private static final String EVERYBODY = FACTS.formatted("");
    private static final String SOME = FACTS.formatted("AND subject_id = ANY (:subjects)");

    private final JdbcClient jdbc;

    ConsentFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Everybody who said anything.
     *
     * @param position none that was recorded later
     * @param before none of this world time or later, UTC
     */
    public void ofEverybody(long position, Instant before, Consumer<SubjectTimeline> each) {
        read(statement(EVERYBODY, position, before), each);
    }

    /** The same of some subjects. */
    public List<SubjectTimeline> of(Collection<String> subjectIds, long position) {
        var found = new ArrayList<SubjectTimeline>();
        read(statement(SOME, position, Instant.MAX).param("subjects", subjectIds.toArray(String[]::new)), found::add);
        return found;
    }

    private JdbcClient.StatementSpec statement(String sql, long position, Instant before) {
        return jdbc.sql(sql)
                .withFetchSize(FETCH_ROWS)
                .param("position", position)
                .param("before", before.equals(Instant.MAX) ? OffsetDateTime.MAX : before.atOffset(ZoneOffset.UTC));
    }

    private static void read(JdbcClient.StatementSpec statement, Consumer<SubjectTimeline> each) {
        var reading = new Reading(each);
        statement.query(reading::row);
        reading.finish();
    }

    /** Gathers a subject's rows, which come together, and hands them on when they are complete. */
    private static final class Reading {

        private final Consumer<SubjectTimeline> each;
        private final List<Fact> facts = new ArrayList<>();
        private @Nullable Instant erasedAt;
        private @Nullable String subject;

        Reading(Consumer<SubjectTimeline> each) {
            this.each = each;
        }

        void row(ResultSet row) throws SQLException {
            var id = row.getString("subject_id");
            if (!id.equals(subject)) {
                finish();
                subject = id;
            }
            if (FactKind.valueOf(row.getString("kind")) == FactKind.ERASED) {
                erased(row.getObject("at", OffsetDateTime.class).toInstant());
            } else {
                facts.add(SubjectTimelines.fact(row));
            }
        }

        /** Of several erasures the earliest counts. */
        private void erased(Instant at) {
            if (erasedAt == null || at.isBefore(erasedAt)) {
                erasedAt = at;
            }
        }

        void finish() {
            if (subject != null) {
                each.accept(new SubjectTimeline(subject, Timeline.of(facts), erasedAt));
            }
            facts.clear();
            erasedAt = null;
        }
    }
}
