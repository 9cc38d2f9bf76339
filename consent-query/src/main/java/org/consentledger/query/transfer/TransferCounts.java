package org.consentledger.query.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts transfers, for pictures: however many there are, a picture has only so many places for them. */
@Component
public final class TransferCounts {

    private static final String OF_SUBJECT = """
            SELECT t.purpose, %s AS kind,
                   width_bucket(extract(epoch FROM t.occurred_at), extract(epoch FROM :from::timestamptz),
                                extract(epoch FROM :to::timestamptz), :columns) - 1 AS place,
                   count(*) AS number, min(t.occurred_at) AS first, max(t.occurred_at) AS last, max(t.event_id) AS event_id,
                   max(t.recipient) AS recipient, max(t.position) AS position
              FROM projection.transfer t
             WHERE t.subject_id = :subject AND t.position <= :position AND t.recorded_at <= :recordedBy
               AND t.occurred_at >= :from AND t.occurred_at < :to
             GROUP BY 1, 2, 3 ORDER BY 1, 3, 2
            """.formatted(TransferKind.SQL);

    private static final String SPAN = """
            SELECT min(t.occurred_at) AS first, max(t.occurred_at) AS last, count(*) AS number FROM projection.transfer t
             WHERE t.subject_id = :subject AND t.position <= :position AND t.recorded_at <= :recordedBy
            """;

    private final JdbcClient jdbc;

    TransferCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Transfers of one kind and purpose that happened close to each other.
     *
     * @param place which of the columns, from 0
     * @param number how many; what follows is of the only one if it is 1
     * @param first world time of the earliest, UTC
     * @param last world time of the latest, UTC
     */
    public record Count(
            String purpose,
            TransferKind kind,
            int place,
            long number,
            Instant first,
            Instant last,
            String eventId,
            String recipient,
            long position) {}

    /**
     * From when to when there are transfers.
     *
     * @param first world time of the earliest, UTC; null if there is none
     * @param last world time of the latest, UTC; null if there is none
     */
    public record Span(@Nullable Instant first, @Nullable Instant last, long number) {}

    /** Of one subject, as far as it was known. */
    public Span span(SubjectId subject, Knowledge knowledge) {
        return jdbc.sql(SPAN)
                .param("subject", subject.value())
                .param("position", knowledge.position())
                .param("recordedBy", knowledge.recordedByForSql())
                .query((row, number) -> new Span(time(row, "first"), time(row, "last"), row.getLong("number")))
                .single();
    }

    /**
     * Of one subject, in columns of equal width, as far as they were known.
     *
     * @param from world time at which the first column begins, UTC
     * @param to world time at which the last column ends, UTC
     */
    public List<Count> ofSubject(SubjectId subject, Knowledge knowledge, Instant from, Instant to, int columns) {
        return jdbc.sql(OF_SUBJECT)
                .param("subject", subject.value())
                .param("position", knowledge.position())
                .param("recordedBy", knowledge.recordedByForSql())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("columns", columns)
                .query((row, number) -> count(row))
                .list();
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(
                row.getString("purpose"),
                TransferKind.valueOf(row.getString("kind")),
                row.getInt("place"),
                row.getLong("number"),
                row.getObject("first", OffsetDateTime.class).toInstant(),
                row.getObject("last", OffsetDateTime.class).toInstant(),
                row.getString("event_id"),
                row.getString("recipient"),
                row.getLong("position"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
