package org.consentledger.query;

import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.consentledger.http.HttpConfiguration;
import org.consentledger.ledger.LedgerConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The read side of the ledger as a service. Axon's update checker is left out: a privacy ledger calls nobody. */
@SpringBootApplication(exclude = UpdateCheckerAutoConfiguration.class)
@EnableConfigurationProperties(QueryProperties.class)
@Import({LedgerConfiguration.class, HttpConfiguration.class})
public class ConsentQueryApplication {

    static void main(String[] args) {
        application().run(args);
    }

    /** The service, ready to run; its settings are in {@code consent-query.yml}, also beside another service's. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ConsentQueryApplication.class)
                .properties("spring.config.name=consent-query")
                .listeners(new RequiredSettings());
    }
}
