package org.consentledger.ledger.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.serial.LedgerJson;
import org.consentledger.ledger.serial.LedgerSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads committed events in order of position. Every method is one round trip. */
public final class LedgerReader {

    private static final String COLUMNS = "SELECT " + StoredEvent.COLUMNS + " FROM ledger.event";

    private final JdbcClient jdbc;
    private final EventDecoder decoder;

    public LedgerReader(JdbcClient jdbc, LedgerSerializer serializer, EventUpcaster upcasters) {
        this.jdbc = jdbc;
        this.decoder = new EventDecoder(serializer, upcasters);
    }

    /** Position of the newest event; -1 when the ledger is empty. */
    public long head() {
        return jdbc.sql("SELECT coalesce(max(position), -1) FROM ledger.event")
                .query(Long.class)
                .single();
    }

    /** The events a filter lets through, in order of position. */
    public List<RecordedEvent> read(EventFilter filter) {
        var selection = EventSelection.of(filter);
        return jdbc.sql(COLUMNS + " " + selection.sql())
                .params(selection.parameters())
                .query((row, number) -> decoder.decode(StoredEvent.of(row)))
                .list();
    }

    /** When the first event at or behind a position was recorded; empty if there is none. Never runs backwards along positions. */
    public Optional<Instant> recordedAt(long position) {
        return jdbc.sql("SELECT recorded_at FROM ledger.event WHERE position >= ? ORDER BY position LIMIT 1")
                .param(position)
                .query((row, number) ->
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Those at these positions, in order of position. */
    public List<RecordedEvent> at(Collection<Long> positions) {
        return jdbc.sql(COLUMNS + " WHERE position = ANY (:positions) ORDER BY position")
                .param("positions", positions.toArray(Long[]::new))
                .query((row, number) -> decoder.decode(StoredEvent.of(row)))
                .list();
    }

    /** The event of that id; empty if there is none. */
    public Optional<RecordedEvent> event(String id) {
        return jdbc.sql(COLUMNS + " WHERE event_id = :id")
                .param("id", id)
                .query((row, number) -> decoder.decode(StoredEvent.of(row)))
                .optional();
    }

    /** What became known of notices and recipients after a position. */
    public List<RecordedEvent> catalogueAfter(long position) {
        return jdbc.sql(COLUMNS + " WHERE catalogue_position > :after ORDER BY catalogue_position")
                .param("after", position)
                .query((row, number) -> decoder.decode(StoredEvent.of(row)))
                .list();
    }

    /** What a command recorded; empty if it recorded nothing. */
    public Optional<RecordedCommand> command(UUID commandId) {
        record Row(String command, String requestSha256, RecordedEvent event) {}
        var rows = jdbc.sql(COLUMNS.replace(" FROM", ", request_sha256, metadata::jsonb ->> 'command' AS command FROM")
                        + " WHERE command_id = :command ORDER BY event_index")
                .param("command", commandId)
                .query((row, number) -> new Row(
                        row.getString("command"), row.getString("request_sha256"), decoder.decode(StoredEvent.of(row))))
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var events = rows.stream().map(Row::event).toList();
        var first = rows.getFirst();
        return Optional.of(new RecordedCommand(commandId, first.command(), first.requestSha256(), events));
    }

    /** An event's content as JSON, in the form in which it is stored. */
    public String json(LedgerEvent event) {
        return LedgerJson.mapper().writeValueAsString(event);
    }
}
