package org.consentledger.ledger.reading;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.serial.LedgerJson;
import org.consentledger.ledger.serial.LedgerSerializer;
import org.consentledger.log.entry.Entry;
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
        return read(EventSelection.of(filter));
    }

    /** The newest events a filter lets through, the newest first. */
    public List<RecordedEvent> readBackwards(EventFilter filter) {
        return read(EventSelection.backwards(filter));
    }

    private List<RecordedEvent> read(EventSelection selection) {
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

    /** Those of these ids, in order of position; ids that lead to none are left out. */
    public List<RecordedEvent> events(Collection<String> ids) {
        return jdbc.sql(COLUMNS + " WHERE event_id = ANY (:ids) ORDER BY position")
                .param("ids", ids.toArray(String[]::new))
                .query((row, number) -> decoder.decode(StoredEvent.of(row)))
                .list();
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

    /**
     * The event that an entry of the log holds.
     *
     * @throws UnreadableEventException if it cannot be understood
     */
    public RecordedEvent decode(Entry entry) {
        return decoder.decode(StoredEvent.of(entry));
    }

    /**
     * Position of the last event that was recorded at or before a moment; -1 if there is none. Times never run backwards
     * along positions, so it is found by halving.
     *
     * @param moment ledger time, UTC
     */
    public long lastRecordedBy(Instant moment) {
        var low = -1L;
        var high = head();
        while (low < high) {
            var middle = low + (high - low + 1) / 2;
            if (isRecordedBy(middle, moment)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private boolean isRecordedBy(long position, Instant moment) {
        return jdbc.sql("SELECT recorded_at <= :moment FROM ledger.event WHERE position <= :position"
                        + " ORDER BY position DESC LIMIT 1")
                .param("position", position)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** An event's content as JSON, in the form in which it is stored. */
    public String json(LedgerEvent event) {
        return LedgerJson.mapper().writeValueAsString(event);
    }
}
