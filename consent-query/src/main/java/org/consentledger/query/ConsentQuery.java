package org.consentledger.query;

import org.consentledger.http.HttpConfiguration;
import org.consentledger.ledger.LedgerService;
import org.consentledger.ledger.start.DatabaseRole;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** The service that answers queries. Its capabilities name their classes without regard to each other's. */
@LedgerService
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableConfigurationProperties(QueryProperties.class)
@Import(HttpConfiguration.class)
public class ConsentQuery {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, ready to run; it reads {@code consent-query.yml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ConsentQuery.class).properties("spring.config.name=consent-query");
    }

    @Bean
    DatabaseRole databaseRole() {
        return DatabaseRole.READER;
    }
}
