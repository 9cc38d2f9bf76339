package org.consentledger.command;

import java.time.Duration;
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.consentledger.http.HttpConfiguration;
import org.consentledger.ledger.LedgerService;
import org.consentledger.ledger.serial.LedgerSerializer;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.ledger.store.LedgerSchema;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The service that takes commands. */
@LedgerService
@ComponentScan
@Import(HttpConfiguration.class)
public class ConsentCommand {

    /** How long work of a node that died waits for another node. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

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

    @Bean
    TokenStore tokenStore(LedgerSchema schema, ConnectionProvider connections, LedgerSerializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(schema.tokens())
                // the framework's own choice, process and host, is not unique among containers
                .nodeId(UUID.randomUUID().toString())
                .claimTimeout(CLAIM_TIMEOUT)
                .build();
    }
}
