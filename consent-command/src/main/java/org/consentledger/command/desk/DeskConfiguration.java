package org.consentledger.command.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.keyring.Subjects;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.replication.Replication;
import org.consentledger.register.LegalRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    CommandDesk commandDesk(
            CommandGateway streams,
            LedgerReader ledger,
            CatalogueReader catalogue,
            Subjects subjects,
            Replication replication,
            LedgerPosition position,
            CommandMeters commands,
            RecordedMeters recorded,
            Tracer tracer) {
        var desk = new AxonCommandDesk(streams, ledger, catalogue, subjects, replication, new Attempts());
        return new TracedCommandDesk(new MeteredCommandDesk(desk, position, commands, recorded), tracer);
    }

    @Bean
    CommandMeters commandMeters(MeterRegistry meters) {
        return new CommandMeters(meters);
    }

    @Bean
    RecordedMeters recordedMeters(CatalogueReader catalogue, LegalRegister register, MeterRegistry meters) {
        return new RecordedMeters(new TransferMeters(catalogue::atHand, register, meters), catalogue::atHand, meters);
    }

    @Bean
    LedgerPosition ledgerPosition(LedgerReader ledger) {
        return new LedgerPosition(ledger::head);
    }
}
