package org.consentledger.query.census;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.query.consent.FactPages;
import org.consentledger.query.projection.ProjectionPositions;
import org.consentledger.query.sampling.Sampling;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CensusProperties.class)
class CensusConfiguration {

    @Bean
    Sampling consentsInForce(
            FactPages facts,
            ProjectionPositions positions,
            CatalogueReader catalogues,
            Clock clock,
            MeterRegistry meters,
            CensusProperties properties) {
        var taker = new CensusTaker(facts, positions, catalogues, clock);
        return new Sampling("consents in force", properties.interval(), new CensusMeters(taker, meters));
    }
}
