package org.consentledger.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.consentledger.standalone.scenario.FakeLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private FakeLedger ledger;

    @BeforeEach
    void start() throws IOException {
        ledger = new FakeLedger();
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void a_ledger_that_does_not_run_is_told_in_one_line() {
        ledger.close();

        assertThat(tell()).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("no ledger answers at http://localhost:")
                .hasLineCount(1);
        assertThat(out.size()).isZero();
    }

    @Test
    void a_ledger_without_the_reference_notice_is_told_in_one_line() {
        assertThat(tell()).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("does not hold the reference notice (HTTP 404)")
                .hasLineCount(1);
        assertThat(out.size()).isZero();
    }

    @Test
    void answers_that_are_not_as_expected_are_counted_and_told() {
        ledger.at("/v1/notices/reference/2016-10", 200, "{}");

        assertThat(tell()).isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.startsWith("     not as expected: HTTP status must be 200, is 404"))
                .last()
                .asString()
                .matches("\\d+ steps, 0 as expected, \\d+ not");
    }

    private int tell() {
        return Demo.tell(
                ledger.client(),
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
