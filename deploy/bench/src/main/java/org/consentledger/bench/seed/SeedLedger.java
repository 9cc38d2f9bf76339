package org.consentledger.bench.seed;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.util.Arrays;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.consentledger.ledger.LedgerService;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.keyring.Subjects;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.register.LegalRegister;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/**
 * Fills a ledger: a process of its own with the ledger's own parts and consent-command's settings, but without the
 * service. Writes through the ledger's event storage engine, many events at a time. Its arguments are {@link SeedPlan}s.
 */
@LedgerService
public class SeedLedger {

    public static void main(String[] args) throws InterruptedException {
        try (var ledger = application().run()) {
            var seeding = new Seeding(
                    ledger.getBean(EventStorageEngine.class),
                    ledger.getBean(Subjects.class),
                    ledger.getBean(CatalogueReader.class).current(),
                    ledger.getBean(LegalRegister.class));
            for (var plan : Arrays.stream(args).map(SeedPlan::parse).toList()) {
                seeding.run(plan);
            }
        }
    }

    /** What fills a ledger, before it is run. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(SeedLedger.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=consent-command");
    }

    @Bean
    DatabaseRole databaseRole() {
        return DatabaseRole.WRITER;
    }

    /** Nobody follows what is filled in. */
    @Bean
    Tracer tracer() {
        return OpenTelemetry.noop().getTracer("seed");
    }
}
