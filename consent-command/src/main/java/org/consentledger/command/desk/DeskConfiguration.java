package org.consentledger.command.desk;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.consentledger.ledger.reading.LedgerReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    CommandDesk commandDesk(CommandGateway streams, LedgerReader ledger, MeterRegistry meters) {
        return new MeteredCommandDesk(new AxonCommandDesk(streams, ledger, new Attempts()), meters);
    }

    @Bean
    MeterBinder ledgerPosition(LedgerReader ledger) {
        return meters -> Gauge.builder("ledger.position", ledger, LedgerReader::head)
                .description("Position of the newest event; -1 when the ledger is empty")
                .register(meters);
    }
}
