package org.consentledger.query.recipient;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.query.sampling.Sampling;
import org.consentledger.register.LegalRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SafeguardMetersConfiguration {

    /** A look reads what is new of the catalogue, which mostly is nothing. */
    private static final Duration EVERY = Duration.ofSeconds(10);

    @Bean
    Sampling safeguardsEnding(CatalogueReader catalogue, LegalRegister register, Clock clock, MeterRegistry meters) {
        var safeguards = new SafeguardMeters(catalogue::current, register, clock, meters);
        return new Sampling("safeguards that end", EVERY, pause -> safeguards.look());
    }
}
