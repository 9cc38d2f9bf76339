package org.consentledger.ledger.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.coalescing.Coalescer;
import org.consentledger.ledger.keyring.SubjectKey;
import org.consentledger.ledger.serial.AboutDigest;
import org.consentledger.ledger.serial.LedgerSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what streams already say about things. Callers at the same time share a round trip. */
public final class KnownEvents {

    private static final String LATEST = """
            SELECT wanted.number, latest.*
              FROM unnest(?::integer[], ?::text[], ?::bytea[]) AS wanted(number, stream_id, about_sha256)
             CROSS JOIN LATERAL (
                   SELECT %s FROM ledger.event AS e
                    WHERE e.about_sha256 = wanted.about_sha256 AND e.stream_id = wanted.stream_id
                    ORDER BY e.position DESC LIMIT 1) AS latest
            """.formatted(StoredEvent.COLUMNS);

    private final JdbcClient jdbc;
    private final EventDecoder decoder;
    private final Coalescer<Question, List<StoredEvent>> questions = new Coalescer<>(this::latest);

    public KnownEvents(JdbcClient jdbc, LedgerSerializer serializer, EventUpcaster upcasters) {
        this.jdbc = jdbc;
        this.decoder = new EventDecoder(serializer, upcasters);
    }

    private record Question(String streamId, List<byte[]> aboutsSha256) {}

    /**
     * The latest event of a stream about each thing that these events are about, in order of position.
     *
     * @param key of their subject; null if the subject is erased, and for events that are not about one
     */
    public List<RecordedEvent> about(String streamId, List<? extends LedgerEvent> events, @Nullable SubjectKey key) {
        var abouts = events.stream().map(event -> AboutDigest.of(event, key)).toList();
        return questions.ask(new Question(streamId, abouts)).stream()
                .map(decoder::decode)
                .map(recorded -> key == null ? recorded : recorded.unsealed(key))
                .sorted(Comparator.comparingLong(RecordedEvent::position))
                .toList();
    }

    private List<List<StoredEvent>> latest(List<Question> asked) {
        record Row(int number, StoredEvent event) {}
        var numbers = new ArrayList<Integer>();
        var streamIds = new ArrayList<String>();
        var abouts = new ArrayList<byte[]>();
        for (var number = 0; number < asked.size(); number++) {
            for (var about : asked.get(number).aboutsSha256()) {
                numbers.add(number);
                streamIds.add(asked.get(number).streamId());
                abouts.add(about);
            }
        }
        var found = new HashMap<Integer, List<StoredEvent>>();
        jdbc.sql(LATEST)
                .param(numbers.toArray(Integer[]::new))
                .param(streamIds.toArray(String[]::new))
                .param(abouts.toArray(byte[][]::new))
                .query((row, n) -> new Row(row.getInt("number"), StoredEvent.of(row)))
                .list()
                .forEach(row -> found.computeIfAbsent(row.number(), n -> new ArrayList<>())
                        .add(row.event()));
        return Stream.iterate(0, i -> i + 1)
                .limit(asked.size())
                .map(i -> found.getOrDefault(i, List.of()))
                .toList();
    }
}
