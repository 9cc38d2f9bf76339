package org.consentledger.command.expiry;

import java.time.Clock;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.consentledger.command.desk.CommandDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ExpiryConfiguration {

    private static final int BATCH_EVENTS = 500;

    @Bean
    ConsentsDue consentsDue(JdbcClient jdbc) {
        return new ConsentsDue(jdbc);
    }

    @Bean
    ExpirySweep expirySweep(ConsentsDue due, CommandDesk desk, Clock clock) {
        return new ExpirySweep(due, desk, clock);
    }

    /** One segment is enough for a handler that only takes notes; an event that cannot be noted stops the processor. */
    @Bean
    ConfigurerModule expiryProcessor() {
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessor(
                        ConsentsDue.PROCESSOR,
                        org.axonframework.config.Configuration::eventStore,
                        (axon, processor) -> processor.initialSegmentCount(1).batchSize(BATCH_EVENTS))
                .registerListenerInvocationErrorHandler(
                        ConsentsDue.PROCESSOR, axon -> PropagatingErrorHandler.instance());
    }
}
