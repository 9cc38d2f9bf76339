package org.consentledger.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.consentledger.bench.seed.SeedLedger;
import org.consentledger.ledger.reading.LedgerReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The program that fills ledgers takes the ledger's parts without the service around them, and has to have what they need. */
class SeedLedgerTest {

    @TempDir
    private Path folder;

    @Test
    void hasAllThatTheLedgersPartsNeed() throws IOException, SQLException {
        try (var laboratory = Laboratory.open(folder, stage -> {})) {
            laboratory.databases().create("ledger");
            var settings = laboratory.settings().seed(laboratory.databases().named("ledger"));

            try (var seeding = SeedLedger.application()
                    .environment(environmentOf(Map.copyOf(settings)))
                    .run()) {
                assertThat(seeding.getBean(EventStorageEngine.class)).isNotNull();
                assertThat(seeding.getBean(LedgerReader.class).head()).isEqualTo(-1);
            }
        }
    }

    private static ConfigurableEnvironment environmentOf(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return environment;
    }
}
