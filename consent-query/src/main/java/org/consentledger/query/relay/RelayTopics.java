package org.consentledger.query.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two topics: made where they are missing, and looked at where somebody else made them. For one thread. */
final class RelayTopics {

    private static final Logger LOG = LoggerFactory.getLogger(RelayTopics.class);

    /** More cannot be had later without tearing the order of what is about one person. */
    private static final int PARTITIONS = 12;

    private static final Duration KEPT_WITH_PERSONAL_DATA = Duration.ofDays(7);

    /** Within which an erasure has to be carried out, wherever the data went (GDPR Art. 12(3)): a month, the shortest one. */
    private static final Duration FORGOTTEN_WITHIN = Duration.ofDays(28);

    private static final String FOR_EVER = "-1";
    private static final String SMALLEST_SEGMENT_BYTES = "1048576";

    private final KafkaSettings kafka;
    private final RelayProperties properties;
    private boolean isTold;

    RelayTopics(KafkaSettings kafka, RelayProperties properties) {
        this.kafka = kafka;
        this.properties = properties;
    }

    /**
     * Makes what is missing. Whoever wants other topics makes them beforehand.
     *
     * @throws RelayException if the topic of positions may lose one, or personal data would go to a topic that does not
     *     forget them
     */
    void prepare() throws InterruptedException {
        try (var admin = Admin.create(kafka.administrator())) {
            var there = admin.listTopics().names().get();
            if (!there.contains(properties.topic())) {
                create(admin, events());
            }
            if (!there.contains(properties.positionTopic())) {
                create(admin, position());
            } else {
                requireCompacted(properties.positionTopic(), config(admin, properties.positionTopic()));
            }
            if (properties.personalData()) {
                requireForgetting(admin);
            } else if (there.contains(properties.topic())) {
                tellIfItForgets(config(admin, properties.topic()));
            }
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private NewTopic events() {
        var kept = properties.personalData() ? Long.toString(KEPT_WITH_PERSONAL_DATA.toMillis()) : FOR_EVER;
        return new NewTopic(properties.topic(), Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        kept,
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        FOR_EVER));
    }

    private NewTopic position() {
        return new NewTopic(properties.positionTopic(), Optional.of(1), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.SEGMENT_BYTES_CONFIG,
                        SMALLEST_SEGMENT_BYTES));
    }

    private static void create(Admin admin, NewTopic topic) throws InterruptedException, ExecutionException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            // another node was faster
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static Config config(Admin admin, String name) throws InterruptedException, ExecutionException {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        var config = admin.describeConfigs(List.of(topic)).all().get().get(topic);
        if (config == null) {
            throw new KafkaException("the brokers say nothing of a topic");
        }
        return config;
    }

    /** A position that Kafka removes in time or for its size would let everything go out again. */
    static void requireCompacted(String name, Config topic) {
        if (!value(topic, TopicConfig.CLEANUP_POLICY_CONFIG).equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            throw new RelayException(
                    "topic " + name
                            + " must have cleanup.policy=compact: with it goes how far events have gone out, and all would go out again");
        }
    }

    /** Somebody may have meant it, or a consumer had it made with the brokers' defaults before anything went out. */
    private void tellIfItForgets(Config topic) {
        if (!isTold && !keepsAll(topic)) {
            LOG.warn(
                    "topic {} was made beforehand and does not keep every event: cleanup.policy={}, retention.ms={}, retention.bytes={}",
                    properties.topic(),
                    value(topic, TopicConfig.CLEANUP_POLICY_CONFIG),
                    value(topic, TopicConfig.RETENTION_MS_CONFIG),
                    value(topic, TopicConfig.RETENTION_BYTES_CONFIG));
        }
        isTold = true;
    }

    static boolean keepsAll(Config topic) {
        return value(topic, TopicConfig.CLEANUP_POLICY_CONFIG).equals(TopicConfig.CLEANUP_POLICY_DELETE)
                && value(topic, TopicConfig.RETENTION_MS_CONFIG).equals(FOR_EVER)
                && value(topic, TopicConfig.RETENTION_BYTES_CONFIG).equals(FOR_EVER);
    }

    private static String value(Config topic, String name) {
        return topic.get(name).value();
    }

    private void requireForgetting(Admin admin) throws InterruptedException, ExecutionException {
        if (!forgets(config(admin, properties.topic()))) {
            throw new RelayException(
                    "topic " + properties.topic() + " must have cleanup.policy=delete and a retention.ms of "
                            + FORGOTTEN_WITHIN.toDays() + " days at the most, as personal data would go to it");
        }
    }

    private static boolean forgets(Config topic) {
        var retention = Long.parseLong(value(topic, TopicConfig.RETENTION_MS_CONFIG));
        return retention >= 0
                && retention <= FORGOTTEN_WITHIN.toMillis()
                && value(topic, TopicConfig.CLEANUP_POLICY_CONFIG).equals(TopicConfig.CLEANUP_POLICY_DELETE);
    }

    private static RuntimeException failure(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new KafkaException(e.getCause());
    }
}
