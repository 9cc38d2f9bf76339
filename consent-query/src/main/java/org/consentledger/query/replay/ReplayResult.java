package org.consentledger.query.replay;

import static org.consentledger.query.replay.ReplayResult.Type.JSON;
import static org.consentledger.query.replay.ReplayResult.Type.NUMBER;
import static org.consentledger.query.replay.ReplayResult.Type.TEXT;
import static org.consentledger.query.replay.ReplayResult.Type.TEXTS;
import static org.consentledger.query.replay.ReplayResult.Type.TIME;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.query.access.ReadOperation;

/** What can be fetched of a replay that is done. */
@SuppressWarnings("ImmutableEnumChecker") // lists made by List.of
enum ReplayResult {
    CONSENTS(
            "consents",
            "consent_state",
            ReadOperation.REPLAY_CONSENTS,
            List.of("subject_id", "purpose"),
            new Column("subjectId", "subject_id", TEXT),
            new Column("purpose", "purpose", TEXT),
            new Column("state", "state", TEXT),
            new Column("since", "since", TIME),
            new Column("until", "until", TIME),
            new Column("notice", "notice", TEXT),
            new Column("noticeVersion", "notice_version", TEXT),
            new Column("form", "form", TEXT),
            new Column("eventId", "event_id", TEXT),
            new Column("erasedAt", "erased_at", TIME)),
    OBJECTIONS(
            "objections",
            "objection_state",
            ReadOperation.REPLAY_OBJECTIONS,
            List.of("subject_id", "purpose"),
            new Column("subjectId", "subject_id", TEXT),
            new Column("purpose", "purpose", TEXT),
            new Column("since", "since", TIME),
            new Column("eventId", "event_id", TEXT),
            new Column("erasedAt", "erased_at", TIME)),
    TRANSFERS(
            "transfers",
            "transfer",
            ReadOperation.REPLAY_TRANSFERS,
            List.of("position"),
            new Column("position", "position", NUMBER),
            new Column("eventId", "event_id", TEXT),
            new Column("type", "type", TEXT),
            new Column("subjectId", "subject_id", TEXT),
            new Column("recipient", "recipient", TEXT),
            new Column("purpose", "purpose", TEXT),
            new Column("dataCategories", "data_categories", TEXTS),
            new Column("intent", "intent", TEXT),
            new Column("verdict", "verdict", TEXT),
            new Column("reasons", "reasons", TEXTS),
            new Column("ground", "ground", JSON),
            new Column("occurredAt", "occurred_at", TIME),
            new Column("recordedAt", "recorded_at", TIME),
            new Column("cataloguePosition", "catalogue_position", NUMBER),
            new Column("legalRegister", "legal_register", TEXT)),
    DIFFERENCES(
            "differences",
            "difference",
            ReadOperation.REPLAY_DIFFERENCES,
            List.of("number"),
            new Column("number", "number", NUMBER),
            new Column("projection", "projection", TEXT),
            new Column("table", "table_name", TEXT),
            new Column("kind", "kind", TEXT),
            new Column("position", "position", NUMBER),
            new Column("eventId", "event_id", TEXT),
            new Column("subjectId", "subject_id", TEXT),
            new Column("columns", "columns", TEXTS),
            new Column("live", "live", JSON),
            new Column("replayed", "replayed", JSON));

    private final String title;
    private final String table;
    private final ReadOperation operation;
    private final List<String> key;
    private final List<Column> columns;

    ReplayResult(String title, String table, ReadOperation operation, List<String> key, Column... columns) {
        this.title = title;
        this.table = table;
        this.operation = operation;
        this.key = key;
        this.columns = List.of(columns);
    }

    /** How a column's values are written. */
    enum Type {
        TEXT,
        NUMBER,
        TIME,
        TEXTS,
        JSON
    }

    record Column(String name, String sql, Type type) {}

    /** Names it in paths, in JSON and in files. */
    String title() {
        return title;
    }

    /** The one of that title; empty if there is none. */
    static Optional<ReplayResult> titled(String title) {
        return Stream.of(values()).filter(result -> result.title.equals(title)).findFirst();
    }

    /** As what it stands in the access log. */
    ReadOperation operation() {
        return operation;
    }

    List<Column> columns() {
        return columns;
    }

    /** The columns by which rows are in order. */
    List<Column> key() {
        return columns.stream().filter(column -> key.contains(column.sql())).toList();
    }

    /** A page behind a key; nothing if what stands there is of another replay by now. */
    String sql(String schema) {
        var after = key.stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        return "SELECT %1$s FROM %2$s.%3$s AS t WHERE (%4$s) > (%5$s) AND EXISTS (SELECT FROM %2$s.complete WHERE replay = :id) ORDER BY %4$s LIMIT :limit"
                .formatted(
                        columns.stream().map(Column::sql).collect(Collectors.joining(", ")),
                        schema,
                        table,
                        String.join(", ", key),
                        after);
    }
}
