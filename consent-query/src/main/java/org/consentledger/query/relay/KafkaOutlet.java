package org.consentledger.query.relay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.consentledger.query.feed.CloudEvent;
import tools.jackson.databind.json.JsonMapper;

/** Sends each batch in a transaction, and with it, on another topic, how far it goes: either both are there or none is. */
final class KafkaOutlet implements Outlet {

    private final Producer<byte[], byte[]> producer;
    private final Optional<Relayed> last;
    private final RelayProperties properties;
    private final JsonMapper json;
    private boolean isOpen;

    /** @param producer that is initialised; it is closed with this */
    KafkaOutlet(
            Producer<byte[], byte[]> producer, Optional<Relayed> last, RelayProperties properties, JsonMapper json) {
        this.producer = producer;
        this.last = last;
        this.properties = properties;
        this.json = json;
    }

    @Override
    public Optional<Relayed> last() {
        return last;
    }

    @Override
    public void send(List<CloudEvent> events) {
        isOpen = true;
        producer.beginTransaction();
        // a record that cannot be sent lets the commit fail
        events.forEach(event -> {
            var _ = producer.send(EventRecord.of(event, properties.topic(), json));
        });
        var newest = events.getLast();
        var reached = new Relayed(newest.source(), Long.parseLong(newest.position()), newest.id());
        var _ = producer.send(reached.written(properties.positionTopic(), json));
        producer.commitTransaction();
        isOpen = false;
    }

    /** A transaction that is still open is not ended here: whoever comes next does, and knows then what came of it. */
    @Override
    public void close() {
        producer.close(isOpen ? Duration.ZERO : Duration.ofSeconds(2));
    }
}
