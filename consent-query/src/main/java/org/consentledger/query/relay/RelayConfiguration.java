package org.consentledger.query.relay;

import javax.sql.DataSource;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.feed.CloudEvents;
import org.consentledger.query.feed.SourceUri;
import org.consentledger.query.projection.LedgerHead;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelayProperties.class)
class RelayConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Conditional(RelayIsOn.class)
    static class On {

        @Bean
        RelayProgress relayProgress(LedgerHead head) {
            return new RelayProgress(head::position);
        }

        @Bean
        RelayMetrics relayMetrics(RelayProgress progress) {
            return new RelayMetrics(progress);
        }

        @Bean
        Relay relay(
                RelayProperties properties,
                DataSource dataSource,
                LedgerReader ledger,
                LedgerHead head,
                CloudEvents events,
                SourceUri source,
                Unsealing unsealing,
                AccessLog accesses,
                RelayProgress progress,
                JsonMapper json) {
            var disclosure = properties.personalData()
                    ? Disclosure.inFull(unsealing, accesses)
                    : Disclosure.withoutPersonalData();
            var kafka = new KafkaSettings(properties.bootstrap(), properties.clientFile());
            return new Relay(
                    new RelayTurn(dataSource),
                    new KafkaOpening(kafka, properties, source.uri().toString(), json),
                    new Relaying(ledger, head, events, disclosure, source, progress),
                    progress);
        }
    }
}
