package org.consentledger.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All that the tests of all modules logged. */
class WholeRunIT {

    private static final Pattern REPORT = Pattern.compile("TEST-.*\\.xml");
    private static final Pattern OUTPUT = Pattern.compile(".*-output\\.txt");
    private static final Pattern LOG = Pattern.compile(".*\\.log(\\.\\d+)?");

    /** A search that looks where nothing is would find nothing. */
    @Test
    void everyModuleWasTestedAndTheServicesLogged() throws IOException {
        for (var module : Reactor.others()) {
            if (Files.isDirectory(module.resolve("src/test/java"))) {
                assertThat(module.resolve("target/surefire-reports"))
                        .isDirectoryContaining(report ->
                                REPORT.matcher(report.getFileName().toString()).matches());
            }
        }
        for (var module : List.of("consent-command", "consent-query", "deploy/acceptance", "deploy/standalone")) {
            assertThat(serversStarted(Reactor.root().resolve(module)))
                    .as("starts of a service that " + module + " logged")
                    .isPositive();
        }
        assertThat(logs())
                .as("the server's log")
                .anySatisfy(log -> assertThat(log.getFileName()).hasToString("postgres.log"));
    }

    private static int serversStarted(Path module) throws IOException {
        var started = 0;
        for (var log : logs()) {
            if (log.startsWith(module)
                    && Files.readString(log, StandardCharsets.ISO_8859_1).contains("Tomcat started on port")) {
                started++;
            }
        }
        return started;
    }

    @Test
    void noSecretAndNobodyWasLogged() throws IOException {
        var findings = new ArrayList<LogSearch.Finding>();
        for (var log : logs()) {
            findings.addAll(LogSearch.in(log));
        }

        assertThat(findings).isEmpty();
    }

    private static List<Path> logs() throws IOException {
        var logs = new ArrayList<>(Reactor.files("target/surefire-reports", OUTPUT));
        logs.addAll(Reactor.files("target", LOG));
        return logs;
    }
}
