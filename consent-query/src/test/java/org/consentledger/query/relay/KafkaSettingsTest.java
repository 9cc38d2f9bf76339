package org.consentledger.query.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSettingsTest {

    private static final String BROKER = "kafka:9092";

    @TempDir
    private Path folder;

    @Test
    void theFileAddsAndCannotTakeAwayWhatMakesEachEventComeOnce() throws IOException {
        var settings = new KafkaSettings(BROKER, file("""
                        security.protocol=SASL_SSL
                        sasl.mechanism=SCRAM-SHA-512
                        compression.type=none
                        bootstrap.servers=other:9092
                        transactional.id=other
                        acks=0
                        enable.idempotence=false
                        isolation.level=read_uncommitted
                        group.id=other
                        partitioner.ignore.keys=true
                        partitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner
                        """));

        assertThat(settings.producer("ours"))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("compression.type", "none")
                .containsEntry("bootstrap.servers", BROKER)
                .containsEntry("transactional.id", "ours")
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("partitioner.ignore.keys", false)
                .doesNotContainKey("partitioner.class");
        assertThat(settings.consumer())
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("isolation.level", "read_committed")
                .doesNotContainKey("group.id");
        assertThat(settings.administrator()).containsEntry("security.protocol", "SASL_SSL");
    }

    @Test
    void aValueThatTheClientDoesNotTakeIsToldAndNotRepeated() throws IOException {
        var wrong = file("security.protocol=planted-secret");

        assertThatThrownBy(() -> new KafkaSettings(BROKER, wrong))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("QUERY_KAFKA_CLIENT_FILE ")
                .hasMessageNotContaining("planted-secret")
                .hasNoCause();
    }

    private Path file(String properties) throws IOException {
        return Files.writeString(folder.resolve("client.properties"), properties);
    }
}
