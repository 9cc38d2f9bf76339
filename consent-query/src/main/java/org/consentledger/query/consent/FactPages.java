package org.consentledger.query.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.consentledger.timeline.Fact;
import org.consentledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What all subjects said of their consents, page by page, each page by an index and in a statement of its own. No
 * transaction is needed around them: rows are added and never changed, so a position is as good as a snapshot, unless a
 * rebuild puts other tables in their place meanwhile, which {@link #table} tells.
 */
@Component
public final class FactPages {

    private static final int PAGE_ROWS = 5_000;

    private static final String ROWS = """
            (SELECT position, subject_id, kind, purpose, at, valid_until, notice, notice_version, form, event_id
               FROM projection.consent_fact WHERE %1$s AND position <= :position
              ORDER BY subject_id, position LIMIT :limit)
            UNION ALL
            (SELECT position, subject_id, 'ERASED', NULL, at, NULL, NULL, NULL, NULL, event_id
               FROM projection.erasure_fact WHERE %1$s AND position <= :position
              ORDER BY subject_id, position LIMIT :limit)
            ORDER BY subject_id, position LIMIT :limit
            """;

    private static final String AFTER = ROWS.formatted("subject_id > :after");
    private static final String OF = ROWS.formatted("subject_id = ANY (:subjects)");

    private static final String TOUCHED = """
            SELECT subject_id FROM projection.consent_fact WHERE position > :after AND position <= :position
            UNION SELECT subject_id FROM projection.erasure_fact WHERE position > :after AND position <= :position
            UNION SELECT subject_id FROM projection.consent_fact WHERE valid_until > :since AND valid_until <= :until
            """;

    private final JdbcClient jdbc;

    FactPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which table holds the facts now; another one once a rebuild has put its own in its place. */
    public long table() {
        return jdbc.sql("SELECT 'projection.consent_fact'::regclass::oid::bigint")
                .query(Long.class)
                .single();
    }

    /**
     * The subjects that come next.
     *
     * @param after their pseudonyms come later in order; empty for the first page
     * @param position none of what was recorded later
     * @return in order of their pseudonyms; empty when there are no more
     */
    public List<SubjectTimeline> next(String after, long position) {
        for (var limit = PAGE_ROWS; ; limit *= 2) {
            var rows = jdbc.sql(AFTER)
                    .param("after", after)
                    .param("position", position)
                    .param("limit", limit)
                    .query((row, number) -> row(row))
                    .list();
            var isLast = rows.size() < limit;
            // the last subject of a page may go on behind it
            var last = isLast ? null : rows.getLast().subjectId();
            var complete =
                    rows.stream().filter(row -> !row.subjectId().equals(last)).toList();
            if (isLast || !complete.isEmpty()) {
                var subjects = new ArrayList<SubjectTimeline>();
                grouped(complete, rowsOfOne -> subjects.add(timeline(rowsOfOne, position)));
                return subjects;
            }
        }
    }

    /**
     * How a subject stood, and stands.
     *
     * @param before as the facts up to the earlier position have it
     * @param after as those up to the later one do
     */
    public record Change(SubjectTimeline before, SubjectTimeline after) {}

    /** Of each of these subjects of whom anything is known. */
    public List<Change> changes(Collection<String> subjectIds, long earlier, long later) {
        var changes = new ArrayList<Change>();
        var rows = jdbc.sql(OF)
                .param("subjects", subjectIds.toArray(String[]::new))
                .param("position", later)
                .param("limit", Integer.MAX_VALUE)
                .query((row, number) -> row(row))
                .list();
        grouped(rows, ofOne -> changes.add(new Change(timeline(ofOne, earlier), timeline(ofOne, later))));
        return changes;
    }

    /**
     * The subjects of whom something was recorded in between, or a consent came to the end of its validity.
     *
     * @param since world time (exclusive), UTC
     * @param until world time (inclusive), UTC
     */
    public Set<String> touched(long after, long position, Instant since, Instant until) {
        return new HashSet<>(jdbc.sql(TOUCHED)
                .param("after", after)
                .param("position", position)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list());
    }

    /** Either a fact or an erasure. */
    private record Row(
            long position,
            String subjectId,
            @Nullable Fact fact,
            @Nullable Instant erasedAt) {}

    private static Row row(ResultSet row) throws SQLException {
        var isErasure = FactKind.valueOf(row.getString("kind")) == FactKind.ERASED;
        return new Row(
                row.getLong("position"),
                row.getString("subject_id"),
                isErasure ? null : SubjectTimelines.fact(row),
                isErasure ? SubjectTimelines.required(row, "at") : null);
    }

    /** Those of one subject come together. */
    private static void grouped(List<Row> rows, Consumer<List<Row>> each) {
        var from = 0;
        for (var to = 1; to <= rows.size(); to++) {
            if (to == rows.size()
                    || !rows.get(to).subjectId().equals(rows.get(from).subjectId())) {
                each.accept(rows.subList(from, to));
                from = to;
            }
        }
    }

    /** Of several erasures the earliest counts. */
    private static SubjectTimeline timeline(List<Row> rows, long upTo) {
        var known = rows.stream().filter(row -> row.position() <= upTo).toList();
        return new SubjectTimeline(
                rows.getFirst().subjectId(),
                Timeline.of(
                        known.stream().map(Row::fact).filter(Objects::nonNull).toList()),
                known.stream()
                        .flatMap(row -> Stream.ofNullable(row.erasedAt()))
                        .min(Instant::compareTo)
                        .orElse(null));
    }
}
