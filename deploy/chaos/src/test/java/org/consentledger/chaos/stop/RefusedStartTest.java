package org.consentledger.chaos.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.consentledger.command.ConsentCommand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator sees of a process that is set up wrongly: its end, and one sentence. */
class RefusedStartTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP_CONCURRENCY | 0 | HTTP_CONCURRENCY is 0, but must be from 1 to 100000.",
                "HTTP_CONCURENCY | 64 | HTTP_CONCURENCY is no setting, and HTTP_CONCURRENCY is not set: rename it, or unset it.",
                "LEDGER_DB_POOL | planted-secret | LEDGER_DB_POOL is no whole number from 2 to 1000."
            })
    void endsWithOneSentence(String variable, String value, String sentence) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsentCommand.class.getName())
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of(variable, value));
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isOne();
        assertThat(output)
                .containsOnlyOnce(sentence)
                .doesNotContain("\tat ", "Exception", "planted-secret", "cancelling refresh");
    }
}
