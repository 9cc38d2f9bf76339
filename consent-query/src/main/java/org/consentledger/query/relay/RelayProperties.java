package org.consentledger.query.relay;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.consentledger.setting.SettingException;
import org.consentledger.setting.SettingFile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where events go out to. Nothing goes out unless a broker is named.
 *
 * @param bootstrap brokers as host:port, separated by commas; empty for none
 * @param topic that the events go to
 * @param clientFile properties for Kafka's client, secrets among them; null for none
 * @param personalData whether what is personal goes out too
 */
@ConfigurationProperties(RelayProperties.PREFIX)
record RelayProperties(
        String bootstrap, String topic, @Nullable Path clientFile, boolean personalData) {

    static final String PREFIX = "query.kafka";

    private static final Pattern BROKERS =
            Pattern.compile("((^|,) *([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):[0-9]{1,5} *(?=,|$))+");

    /** As Kafka has them, but for room for the end of another topic's name. */
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,240}");

    RelayProperties {
        if (!bootstrap.isBlank() && !BROKERS.matcher(bootstrap).matches()) {
            throw new SettingException(
                    "QUERY_KAFKA_BOOTSTRAP must be brokers as host:port, separated by commas, such as kafka-1:9092,kafka-2:9092.");
        }
        if (!TOPIC.matcher(topic).matches()) {
            throw new SettingException(
                    "QUERY_KAFKA_TOPIC must be 1 to 240 letters, digits, dots, hyphens and underscores.");
        }
        clientFile = SettingFile.secret("QUERY_KAFKA_CLIENT_FILE", clientFile);
    }

    /** Where the relay keeps how far it has come. */
    String positionTopic() {
        return topic + ".position";
    }
}
