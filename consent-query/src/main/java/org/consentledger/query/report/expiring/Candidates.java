package org.consentledger.query.report.expiring;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Consents whose validity ends within a window, whatever became of them since, by the end of their validity. */
@Component
class Candidates {

    private static final String SELECT = """
            SELECT position, event_id, subject_id, purpose, valid_until
              FROM projection.consent_fact
             WHERE valid_until IS NOT NULL AND valid_until <= :until AND position <= :reached
               AND (valid_until, position) > (:afterEnd, :afterPosition)
             ORDER BY valid_until, position
             LIMIT :limit
            """;

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A consent that was given once. */
    record Candidate(long position, String eventId, String subjectId, String purpose, Instant validUntil) {

        Mark mark() {
            return new Mark(validUntil, position);
        }
    }

    List<Candidate> next(Mark after, Instant until, long reached, int limit) {
        return jdbc.sql(SELECT)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("reached", reached)
                .param("afterEnd", after.validUntil().atOffset(ZoneOffset.UTC))
                .param("afterPosition", after.position())
                .param("limit", limit)
                .query((row, number) -> new Candidate(
                        row.getLong("position"),
                        row.getString("event_id"),
                        row.getString("subject_id"),
                        row.getString("purpose"),
                        row.getObject("valid_until", OffsetDateTime.class).toInstant()))
                .list();
    }
}
