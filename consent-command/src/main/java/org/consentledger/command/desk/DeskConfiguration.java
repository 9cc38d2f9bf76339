package org.consentledger.command.desk;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.consentledger.ledger.reading.LedgerReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    CommandDesk commandDesk(
            CommandGateway streams, LedgerReader ledger, LedgerPosition position, MeterRegistry meters) {
        return new MeteredCommandDesk(new AxonCommandDesk(streams, ledger, new Attempts()), position, meters);
    }

    @Bean
    LedgerPosition ledgerPosition(LedgerReader ledger) {
        return new LedgerPosition(ledger::head);
    }
}
