package org.consentledger.query.webhook;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.models.media.Schema;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.consentledger.ledger.serial.StoredType;
import org.consentledger.ledger.serial.StoredTypes;
import org.consentledger.ledger.store.LedgerSchema;
import org.consentledger.query.projection.LedgerHead;
import org.consentledger.query.sampling.Sampling;
import org.consentledger.query.webhook.sending.Receivers;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    @Bean
    Receivers webhookReceivers(WebhookProperties properties, Clock clock) {
        return new Receivers(properties.networks(), properties.timeout(), clock);
    }

    @Bean
    DeliveryMeans webhookDeliveryMeans(
            DeliveryRows rows,
            WebhookSecrets secrets,
            NextEvents next,
            LedgerHead head,
            Outgoing outgoing,
            Receivers receivers,
            Redeliveries redeliveries,
            DeliveryCounters counters,
            WebhookProperties properties) {
        var backoff = new Backoff(properties.retryDelay(), properties.retryDelayMax(), new SecureRandom());
        return new DeliveryMeans(
                rows,
                secrets,
                next,
                head,
                outgoing,
                receivers,
                redeliveries,
                counters,
                backoff,
                properties.attemptsMax());
    }

    @Bean
    Deliveries webhookDeliveries(DeliveryMeans means) {
        return new Deliveries(means);
    }

    @Bean
    Sampling webhookStanding(LedgerSchema schema, JdbcClient jdbc, MeterRegistry meters) {
        var webhooks = new WebhookMeters(() -> WebhookStanding.of(jdbc), meters);
        return new Sampling("webhooks", LOOK_EVERY, pause -> webhooks.look());
    }

    /** The names of events stand in one place, which an annotation cannot read. */
    @Bean
    static GlobalOpenApiCustomizer webhookTypes() {
        return api -> describeTypes(
                requireNonNull(api.getComponents().getSchemas().get(WebhookRequest.class.getSimpleName())));
    }

    @SuppressWarnings("unchecked") // a list's schema holds one of whatever its elements are
    private static void describeTypes(Schema<?> request) {
        var type = (Schema<Object>)
                requireNonNull(request.getProperties().get("types")).getItems();
        type.setEnum(StoredTypes.EVENTS.stream().<Object>map(StoredType::name).toList());
    }
}
