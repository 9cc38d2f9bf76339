package org.consentledger.query.relay;

import java.time.Duration;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import tools.jackson.databind.json.JsonMapper;

/** Opens an outlet to Kafka. */
final class KafkaOpening implements Outlet.Opening {

    private final KafkaSettings kafka;
    private final RelayTopics topics;
    private final RelayProperties properties;
    private final String transactionalId;
    private final JsonMapper json;

    /** @param source the ledger, as CloudEvents name it */
    KafkaOpening(KafkaSettings kafka, RelayProperties properties, String source, JsonMapper json) {
        this.kafka = kafka;
        this.topics = new RelayTopics(kafka, properties);
        this.properties = properties;
        this.transactionalId = "consent-ledger-relay:" + source + ":" + properties.topic();
        this.json = json;
    }

    /** From the moment at which the producer is initialised no other relay of this ledger can commit, and none has left anything open. */
    @Override
    public Outlet open() throws InterruptedException {
        topics.prepare();
        var producer = new KafkaProducer<byte[], byte[]>(kafka.producer(transactionalId));
        try {
            producer.initTransactions();
            var positions = new RelayedPositions(kafka.consumer(), properties.positionTopic(), json);
            var last = positions.last();
            if (last.isEmpty()) {
                requireUnused();
            }
            return new KafkaOutlet(producer, last, properties, json);
        } catch (RuntimeException | Error e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private void requireUnused() {
        try (var consumer = new KafkaConsumer<byte[], byte[]>(kafka.consumer())) {
            UnusedTopic.require(consumer, properties.topic());
        }
    }
}
