package org.consentledger.query.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.consentledger.subject.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The newest accesses to one subject's data. Reading them is no access by itself: whoever shows a person what is found here
 * enters that.
 */
@Component
public final class AccessesToSubject {

    private static final String OF_SUBJECT = """
            FROM access.entry
            WHERE subject_id = :subject AND accessed_at >= :from AND accessed_at < :to
            """;

    private static final String NEWEST = """
            SELECT number, accessed_at, client_id, principal, subject_id, what, purpose, request_id
            """ + OF_SUBJECT + " ORDER BY number DESC LIMIT :most";

    private final JdbcClient jdbc;

    AccessesToSubject(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Accesses within a span of the database's time.
     *
     * @param total how many there are in the span
     * @param newest no more of them than were asked for, the newest first
     */
    public record Found(long total, List<AccessView> newest) {

        public Found {
            newest = List.copyOf(newest);
        }
    }

    /**
     * Looks them up.
     *
     * @param from earliest (inclusive), UTC
     * @param to latest (exclusive), UTC
     */
    public Found within(SubjectId subject, Instant from, Instant to, int most) {
        var newest = statement(NEWEST, subject, from, to)
                .param("most", most)
                .query((row, number) -> AccessView.of(row))
                .list();
        var total = newest.size() < most
                ? newest.size()
                : statement("SELECT count(*) " + OF_SUBJECT, subject, from, to)
                        .query(Long.class)
                        .single();
        return new Found(total, newest);
    }

    private JdbcClient.StatementSpec statement(String sql, SubjectId subject, Instant from, Instant to) {
        return jdbc.sql(sql)
                .param("subject", subject.value())
                .param("from", time(from, OffsetDateTime.MIN))
                .param("to", time(to, OffsetDateTime.MAX));
    }

    /** The ends of time become PostgreSQL's infinities. */
    private static OffsetDateTime time(Instant instant, OffsetDateTime end) {
        return instant.equals(Instant.MIN) || instant.equals(Instant.MAX) ? end : instant.atOffset(ZoneOffset.UTC);
    }
}
