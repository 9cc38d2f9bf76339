package org.consentledger.query.report.transfers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.consentledger.query.report.transfers.TransferSums.GroundSum;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.transfer.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts transfers in the rows of projection "transfers": one statement for each of the tables, whatever their number. To be
 * asked within one transaction of one snapshot, so that the tables agree with each other.
 */
@Component
public final class CountedTransfers {

    private static final String WHERE = """
             WHERE t.occurred_at >= :from AND t.occurred_at < :to AND t.position <= :position
            """;

    /** The rows are read once for all three. */
    private static final String FIGURES = """
            SELECT t.purpose, t.recipient, t.part, t.type, t.with_findings, count(*) AS transfers
              FROM (SELECT purpose, recipient, type, occurred_at, position, cardinality(reasons) > 0 AS with_findings,
                           width_bucket(occurred_at, CAST(:bounds AS timestamptz[])) AS part
                      FROM projection.transfer) AS t
            %s
             GROUP BY GROUPING SETS (
                (t.purpose, t.type, t.with_findings), (t.recipient, t.type, t.with_findings), (t.part, t.type, t.with_findings))
            """;

    private static final String GROUNDS = """
            SELECT t.ground ->> 'basis' AS basis, t.ground -> 'safeguard' ->> 'kind' AS safeguard,
                   t.ground -> 'safeguard' ->> 'framework' AS framework,
                   t.ground -> 'safeguard' ->> 'reference' AS reference, count(*) AS transfers
              FROM projection.transfer AS t
            %s AND t.ground IS NOT NULL
             GROUP BY 1, 2, 3, 4
             ORDER BY transfers DESC, basis, safeguard, reference
            """;

    private static final String CATEGORIES = """
            SELECT category AS counted, count(*) AS transfers
              FROM projection.transfer AS t CROSS JOIN LATERAL unnest(t.data_categories) AS category
            %s AND t.type <> 'TransferRefused'
             GROUP BY category
             ORDER BY transfers DESC, category
            """;

    private static final String REASONS = """
            SELECT reason AS counted, count(*) AS transfers
              FROM projection.transfer AS t CROSS JOIN LATERAL unnest(t.reasons) AS reason
            %s AND t.type = :type
             GROUP BY reason
             ORDER BY transfers DESC, reason
            """;

    private static final String SUBJECTS = """
            SELECT coalesce(t.purpose, '') AS counted, count(DISTINCT t.subject_id) AS transfers
              FROM projection.transfer AS t
            %s AND t.type <> 'TransferRefused'
             GROUP BY GROUPING SETS ((), (t.purpose))
            """;

    private final JdbcClient jdbc;

    CountedTransfers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that is counted of transfers. */
    public TransferSums of(TransferScope scope) {
        var figures = statement(FIGURES, scope)
                .param("bounds", bounds(scope))
                .query((row, number) -> Figures.of(row))
                .list();
        var told = told(scope);
        return new TransferSums(
                told.apply(sum(figures.stream().filter(row -> row.part != null).toList())),
                by(figures, row -> row.purpose, told),
                by(figures, row -> row.recipient, told),
                byPart(figures, scope.period().size(), told),
                statement(GROUNDS, scope).query((row, number) -> ground(row)).list(),
                counted(statement(CATEGORIES, scope), Function.identity()),
                counted(statement(REASONS, scope).param("type", "TransferRefused"), Reason::valueOf),
                counted(statement(REASONS, scope).param("type", "TransferReported"), Reason::valueOf));
    }

    /** To how many different subjects the data belonged that were sent, by purpose; under the empty text those of all purposes. */
    public SequencedMap<String, Long> subjects(TransferScope scope) {
        return counted(statement(SUBJECTS, scope), Function.identity());
    }

    private static Function<TransferFigures, TransferFigures> told(TransferScope scope) {
        return scope.onlySent() ? TransferFigures::withoutRefused : Function.identity();
    }

    private JdbcClient.StatementSpec statement(String sql, TransferScope scope) {
        var conditions = new StringBuilder(WHERE);
        if (scope.recipient() != null) {
            conditions.append(" AND t.recipient = :recipient");
        }
        if (scope.purposes() != null) {
            conditions.append(" AND t.purpose = ANY (:purposes)");
        }
        if (scope.onlySent()) {
            conditions.append(" AND t.type <> 'TransferRefused'");
        }
        var purposes = scope.purposes();
        return jdbc.sql(sql.formatted(conditions))
                .param("from", time(scope.period().from()))
                .param("to", time(scope.period().to()))
                .param("position", scope.position())
                .param("recipient", scope.recipient())
                .param("purposes", purposes == null ? null : purposes.toArray(String[]::new));
    }

    private static String[] bounds(TransferScope scope) {
        return scope.period().bounds().stream().map(Instant::toString).toArray(String[]::new);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** One group: of a purpose, of a recipient, or of a part of the period. */
    private record Figures(
            @Nullable String purpose,
            @Nullable String recipient,
            @Nullable Integer part,
            TransferFigures figures) {

        static Figures of(ResultSet row) throws SQLException {
            var part = row.getInt("part");
            return new Figures(
                    row.getString("purpose"),
                    row.getString("recipient"),
                    // the first part is number 1
                    part == 0 ? null : part - 1,
                    TransferFigures.of(
                            row.getString("type"), row.getBoolean("with_findings"), row.getLong("transfers")));
        }
    }

    private static TransferFigures sum(List<Figures> rows) {
        return rows.stream().map(Figures::figures).reduce(TransferFigures.NONE, TransferFigures::plus);
    }

    private static SequencedMap<String, TransferFigures> by(
            List<Figures> rows,
            Function<Figures, @Nullable String> key,
            Function<TransferFigures, TransferFigures> told) {
        var sums = new TreeMap<String, TransferFigures>();
        for (var row : rows) {
            var of = key.apply(row);
            if (of != null) {
                sums.merge(of, told.apply(row.figures), TransferFigures::plus);
            }
        }
        return sums;
    }

    private static List<TransferFigures> byPart(
            List<Figures> rows, int parts, Function<TransferFigures, TransferFigures> told) {
        var sums = new ArrayList<>(Collections.nCopies(parts, told.apply(TransferFigures.NONE)));
        for (var row : rows) {
            if (row.part != null) {
                sums.set(row.part, sums.get(row.part).plus(told.apply(row.figures)));
            }
        }
        return sums;
    }

    private static GroundSum ground(ResultSet row) throws SQLException {
        var safeguard = row.getString("safeguard");
        return new GroundSum(
                row.getString("basis"),
                safeguard == null ? null : SafeguardKind.valueOf(safeguard),
                row.getString("framework"),
                row.getString("reference"),
                row.getLong("transfers"));
    }

    private static <K> SequencedMap<K, Long> counted(JdbcClient.StatementSpec statement, Function<String, K> key) {
        var counted = new LinkedHashMap<K, Long>();
        statement.query(row -> {
            counted.put(key.apply(row.getString("counted")), row.getLong("transfers"));
        });
        return counted;
    }
}
