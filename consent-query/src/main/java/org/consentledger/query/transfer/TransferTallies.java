package org.consentledger.query.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts transfers, for pictures: however many there are, a picture has only so many places for them. */
@Component
public final class TransferTallies {

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

    TransferTallies(JdbcClient jdbc) {
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

    /**
     * How many transfers of each kind there are under one key.
     *
     * @param key a purpose, a recipient's code, or what they were counted by
     * @param subjects how many persons they are about
     */
    public record Tally(String key, Map<TransferKind, Long> numbers, long subjects) {

        public Tally {
            numbers = Map.copyOf(numbers);
        }

        /** Of one kind. */
        public long number(TransferKind kind) {
            return numbers.getOrDefault(kind, 0L);
        }

        /** Of all kinds. */
        public long total() {
            return numbers.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** By purpose, in alphabetical order. */
    public List<Tally> byPurpose(TransferFilter filter) {
        return tallies(filter, "t.purpose");
    }

    /** By recipient, in order of their codes. */
    public List<Tally> byRecipient(TransferFilter filter) {
        return tallies(filter, "t.recipient");
    }

    /** By time, the earliest first; the key is a day in UTC, with which each span begins. */
    public List<Tally> byTime(TransferFilter filter, TimeUnit unit) {
        return tallies(
                filter,
                "to_char(date_trunc('" + unit.name().toLowerCase(Locale.ROOT)
                        + "', t.occurred_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD')");
    }

    /** What time is divided into. */
    public enum TimeUnit {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    /** From when to when there are transfers that a filter lets through. */
    public Span span(TransferFilter filter) {
        return jdbc.sql("SELECT min(t.occurred_at) AS first, max(t.occurred_at) AS last, count(*) AS number"
                        + " FROM projection.transfer t WHERE " + Transfers.conditions(filter))
                .params(Transfers.parameters(filter))
                .query((row, number) -> new Span(time(row, "first"), time(row, "last"), row.getLong("number")))
                .single();
    }

    private List<Tally> tallies(TransferFilter filter, String key) {
        return jdbc.sql("""
                        SELECT key, count(DISTINCT subject_id) AS subjects, count(*) FILTER (WHERE kind = 'PERMITTED') AS permitted,
                               count(*) FILTER (WHERE kind = 'REPORTED') AS reported,
                               count(*) FILTER (WHERE kind = 'FINDINGS') AS findings,
                               count(*) FILTER (WHERE kind = 'REFUSED') AS refused
                          FROM (SELECT %s AS key, %s AS kind, t.subject_id FROM projection.transfer t WHERE %s) AS counted
                         GROUP BY key ORDER BY key
                        """.formatted(key, TransferKind.SQL, Transfers.conditions(filter)))
                .params(Transfers.parameters(filter))
                .query((row, number) -> tally(row))
                .list();
    }

    private static Tally tally(ResultSet row) throws SQLException {
        var numbers = new EnumMap<TransferKind, Long>(TransferKind.class);
        for (var kind : TransferKind.values()) {
            numbers.put(kind, row.getLong(kind.name().toLowerCase(Locale.ROOT)));
        }
        return new Tally(row.getString("key"), numbers, row.getLong("subjects"));
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
