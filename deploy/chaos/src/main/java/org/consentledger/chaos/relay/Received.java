package org.consentledger.chaos.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as a consumer gets it.
 *
 * @param partition it came on
 * @param key of the record
 * @param position in the ledger
 * @param event the CloudEvent
 */
record Received(int partition, String key, long position, JsonNode event) {

    static Received of(ConsumerRecord<byte[], byte[]> row) {
        var event = JsonMapper.shared().readTree(row.value());
        var position = Long.parseLong(event.path("position").asString());
        return new Received(row.partition(), new String(row.key(), UTF_8), position, event);
    }
}
