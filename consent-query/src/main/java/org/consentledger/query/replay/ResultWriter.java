package org.consentledger.query.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.serial.LedgerJson;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.Reader;
import org.consentledger.query.feed.StreamedAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what a replay rebuilt, page by page: one is in memory, and whom it names is entered before it is written. */
@Component
class ResultWriter {

    private static final int PAGE_ROWS = 500;

    private final Replays replays;
    private final AccessLog accesses;
    private final StreamedAnswer answers;
    private final JdbcClient jdbc;

    ResultWriter(Replays replays, AccessLog accesses, StreamedAnswer answers, JdbcClient jdbc) {
        this.replays = replays;
        this.accesses = accesses;
        this.answers = answers;
        this.jdbc = jdbc;
    }

    /** @throws ProblemException if there is nothing to fetch: 404 */
    void require(Replay replay) {
        if (replay.state() != ReplayState.DONE) {
            throw nothing("the replay has rebuilt nothing to fetch: it is not done");
        }
        if (!replays.isWhole(replay)) {
            throw nothing("what the replay rebuilt is no longer kept; start it again");
        }
    }

    private static ProblemException nothing(String detail) {
        return new ProblemException(Problem.of(ProblemCode.NOT_FOUND, detail));
    }

    /**
     * All of it.
     *
     * @throws IOException if the caller has gone
     * @throws IllegalStateException if the service stops, or the results are removed, before everything is written
     */
    void write(Replay replay, ReplayResult result, ResultForm form, Reader reader, OutputStream out)
            throws IOException {
        var sql = result.sql(Replay.schema(Objects.requireNonNull(replay.slot())));
        var key = new LinkedHashMap<String, Object>();
        result.key()
                .forEach(column ->
                        key.put(column.sql(), column.type() == ReplayResult.Type.NUMBER ? Long.MIN_VALUE : ""));
        var page = page(sql, replay, result, key);
        // before anything is sent: what cannot be entered is answered with a problem
        accesses.enter(reader, result.operation(), subjects(page));
        send(out, form.head(replay, result));
        var written = 0L;
        while (!page.isEmpty()) {
            if (!answers.isRunning()) {
                throw new IllegalStateException("the service stops");
            }
            var text = new StringBuilder();
            for (var row : page) {
                text.append(form.row(row, written++));
            }
            send(out, text.toString());
            var last = page.getLast();
            result.key().forEach(column -> key.put(column.sql(), Objects.requireNonNull(last.get(column.name()))));
            page = page(sql, replay, result, key);
            accesses.enter(reader, result.operation(), subjects(page));
        }
        if (!replays.isWhole(replay)) {
            throw new IllegalStateException("the results were removed while they were read");
        }
        send(out, form.foot());
    }

    private static Stream<@Nullable String> subjects(List<Map<String, @Nullable Object>> page) {
        return page.stream().map(row -> (String) row.get("subjectId"));
    }

    private List<Map<String, @Nullable Object>> page(
            String sql, Replay replay, ReplayResult result, Map<String, Object> key) {
        return jdbc.sql(sql)
                .params(key)
                .param("id", replay.id())
                .param("limit", PAGE_ROWS)
                .query((row, number) -> values(row, result.columns()))
                .list();
    }

    private Map<String, @Nullable Object> values(ResultSet row, List<ReplayResult.Column> columns) throws SQLException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var column : columns) {
            values.put(column.name(), value(row, column));
        }
        return values;
    }

    private @Nullable Object value(ResultSet row, ReplayResult.Column column) throws SQLException {
        return switch (column.type()) {
            case TEXT -> row.getString(column.sql());
            case NUMBER -> row.getObject(column.sql(), Long.class);
            case TIME -> {
                var time = row.getObject(column.sql(), OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case TEXTS -> {
                var texts = row.getArray(column.sql());
                yield texts == null ? null : Arrays.asList((String[]) texts.getArray());
            }
            case JSON -> {
                var text = row.getString(column.sql());
                yield text == null ? null : LedgerJson.mapper().readTree(text);
            }
        };
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
