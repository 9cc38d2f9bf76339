package org.consentledger.query.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a ledger's events have gone out, as it stands on a topic of its own, in the same transaction as the events.
 *
 * @param source of the events: the ledger, as CloudEvents name it
 * @param position of the last event
 * @param id of that event, so that another history with the same positions is found out
 */
record Relayed(String source, long position, String id) {

    /** What is written of it. */
    private record Written(String position, String id) {}

    ProducerRecord<byte[], byte[]> written(String topic, JsonMapper json) {
        var value = json.writeValueAsBytes(new Written(Long.toString(position), id));
        // always the same partition, however many there are: it is looked for in one place
        return new ProducerRecord<>(topic, 0, source.getBytes(UTF_8), value);
    }

    /** @throws RelayException if it is none */
    static Relayed read(ConsumerRecord<byte[], byte[]> row, JsonMapper json) {
        try {
            var written = json.readValue(row.value(), Written.class);
            return new Relayed(new String(row.key(), UTF_8), Long.parseLong(written.position()), written.id());
        } catch (JacksonException | NumberFormatException | NullPointerException e) {
            throw new RelayException("what stands on topic " + row.topic() + " is no position of a relay");
        }
    }
}
