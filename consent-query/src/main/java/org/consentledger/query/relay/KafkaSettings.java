package org.consentledger.query.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.consentledger.setting.SettingException;
import org.jspecify.annotations.Nullable;

/** How Kafka's clients are set: what is usual here, then what the operator's file says, then what has to be so. */
final class KafkaSettings {

    private static final String FILE = "QUERY_KAFKA_CLIENT_FILE";

    /** How long consumers wait at the most for a transaction that a killed relay left open, if no other node takes over. */
    private static final int TRANSACTION_TIMEOUT_MILLIS = 30_000;

    private static final int DELIVERED_WITHIN_MILLIS = 30_000;
    private static final int ANSWERED_WITHIN_MILLIS = 10_000;

    private final String bootstrap;
    private final Map<String, Object> ofOperator;

    /** @throws SettingException if the file cannot be read, or says what Kafka's client does not take */
    KafkaSettings(String bootstrap, @Nullable Path file) {
        this.bootstrap = bootstrap;
        this.ofOperator = file == null ? Map.of() : read(file);
        try {
            new ProducerConfig(producer("start"));
        } catch (ConfigException e) {
            // its message repeats values
            throw new SettingException(
                    FILE + " names a file with a property of a value that Kafka's client does not take.");
        }
    }

    private static Map<String, Object> read(Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingException(FILE + " names a file that holds no properties (name=value, in UTF-8).");
        }
        var settings = new HashMap<String, Object>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    /** @param transactionalId by which Kafka lets one relay of a ledger be at work, the one that came last */
    Map<String, Object> producer(String transactionalId) {
        var settings = client();
        // without a library of native code, which needs a place to be unpacked to
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERED_WITHIN_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERED_WITHIN_MILLIS);
        settings.putAll(ofOperator);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // the key alone chooses the partition: else the order of a stream is torn
        settings.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
        settings.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return settings;
    }

    /** Sees what is committed and nothing else. */
    Map<String, Object> consumer() {
        var settings = client();
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, DELIVERED_WITHIN_MILLIS);
        settings.putAll(ofOperator);
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }

    Map<String, Object> administrator() {
        var settings = client();
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, DELIVERED_WITHIN_MILLIS);
        settings.putAll(ofOperator);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return settings;
    }

    private static Map<String, Object> client() {
        var settings = new HashMap<String, Object>();
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "consent-ledger-relay");
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, ANSWERED_WITHIN_MILLIS);
        // metrics are Micrometer's, and nobody else is told any
        settings.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return settings;
    }
}
