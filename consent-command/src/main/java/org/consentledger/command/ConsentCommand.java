package org.consentledger.command;

import org.consentledger.http.HttpConfiguration;
import org.consentledger.ledger.LedgerService;
import org.consentledger.ledger.start.DatabaseRole;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The service that takes commands. */
@LedgerService
@ComponentScan
@Import(HttpConfiguration.class)
public class ConsentCommand {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, ready to run; it reads {@code consent-command.yml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ConsentCommand.class).properties("spring.config.name=consent-command");
    }

    @Bean
    DatabaseRole databaseRole() {
        return DatabaseRole.WRITER;
    }
}
