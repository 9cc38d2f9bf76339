package org.consentledger.query.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Limits;
import org.consentledger.query.citation.EventCited;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of a subject's data between two moments, from the rows of projection "transfers". Nothing of it is personal. */
@Component
public final class TransfersBetween {

    /** How many are listed; of more the latest. */
    public static final int LISTED_MAX = 100;

    private static final String BETWEEN = """
              FROM projection.transfer AS t
             WHERE t.subject_id = :subject
               AND t.position <= :position AND t.recorded_at <= :recordedBy
               AND t.occurred_at <= :to
               AND (t.occurred_at > :from OR t.position > :knownPosition OR t.recorded_at > :knownBy)
               AND (CAST(:recipients AS text[]) IS NULL OR t.recipient = ANY (:recipients))
               AND (CAST(:purposes AS text[]) IS NULL OR t.purpose = ANY (:purposes))
            """;

    private static final String LIST = """
            SELECT t.position, t.event_id, t.type, t.recorded_at, t.recipient, t.purpose, t.data_categories, t.intent,
                   t.verdict, t.reasons, t.occurred_at, t.occurred_at <= :from AS learnt
            """ + BETWEEN + " ORDER BY t.occurred_at DESC, t.position DESC LIMIT :limit";

    private final JdbcClient jdbc;

    TransfersBetween(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The latest transfers.
     *
     * @param listed in order of world time
     * @param leftOut how many earlier ones there are besides
     */
    public record Found(List<TransferBetween> listed, long leftOut) {

        /** None. */
        public static final Found NONE = new Found(List.of(), 0);

        public Found {
            listed = List.copyOf(listed);
        }
    }

    /**
     * Those that occurred between two world times, and those before them that became known between two ledger times.
     *
     * @param known what was known first
     * @param knowledge what is known in the end
     * @param limits of the caller's token
     */
    public Found find(
            SubjectId subject, Instant from, Instant to, Knowledge known, Knowledge knowledge, Limits limits) {
        var listed = bound(jdbc.sql(LIST), subject, from, to, known, knowledge, limits)
                .param("limit", LISTED_MAX)
                .query((row, number) -> transfer(row))
                .list()
                .reversed();
        var all = listed.size() < LISTED_MAX
                ? listed.size()
                : bound(jdbc.sql("SELECT count(*) " + BETWEEN), subject, from, to, known, knowledge, limits)
                        .query(Long.class)
                        .single();
        return new Found(listed, all - listed.size());
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement,
            SubjectId subject,
            Instant from,
            Instant to,
            Knowledge known,
            Knowledge knowledge,
            Limits limits) {
        return statement
                .param("subject", subject.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("knownPosition", known.position())
                .param("knownBy", known.recordedByForSql())
                .param("position", knowledge.position())
                .param("recordedBy", knowledge.recordedByForSql())
                .param("recipients", array(limits.to(Limit.RECIPIENTS)))
                .param("purposes", array(limits.to(Limit.PURPOSES)));
    }

    private static String @Nullable [] array(@Nullable Set<String> values) {
        return values == null ? null : values.toArray(String[]::new);
    }

    private static TransferBetween transfer(ResultSet row) throws SQLException {
        var eventId = row.getString("event_id");
        return new TransferBetween(
                EventCited.of(eventId, row.getString("type"), row.getLong("position"), instant(row, "recorded_at")),
                row.getString("recipient"),
                row.getString("purpose"),
                strings(row, "data_categories").toList(),
                Intent.valueOf(row.getString("intent")),
                Verdict.valueOf(row.getString("verdict")),
                strings(row, "reasons").map(Reason::valueOf).toList(),
                instant(row, "occurred_at"),
                row.getBoolean("learnt"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Stream<String> strings(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }
}
