package org.consentledger.query.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.consentledger.query.feed.CloudEvent;
import tools.jackson.databind.json.JsonMapper;

/** An event as a record of Kafka: the Kafka protocol binding of CloudEvents 1.0.2, section 3.3, structured mode. */
final class EventRecord {

    private static final String CONTENT_TYPE = "content-type";
    private static final byte[] CLOUD_EVENT = "application/cloudevents+json; charset=UTF-8".getBytes(US_ASCII);

    private EventRecord() {}

    /** The key is the stream, so that what is about one person is on one partition, in order. */
    static ProducerRecord<byte[], byte[]> of(CloudEvent event, String topic, JsonMapper json) {
        var sent = new ProducerRecord<>(topic, event.subject().getBytes(UTF_8), json.writeValueAsBytes(event));
        sent.headers().add(CONTENT_TYPE, CLOUD_EVENT);
        return sent;
    }
}
