package org.consentledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void the_cause_of_all_causes_is_told_without_its_line_breaks() {
        var failure = new IllegalStateException(
                "context", new IllegalArgumentException("bean", new RuntimeException("the cause\n  of it all")));

        assertThat(StartFailure.inOneLine(failure)).isEqualTo("the cause of it all");
    }

    @Test
    void a_message_that_says_too_little_comes_with_its_exception() {
        assertThat(StartFailure.inOneLine(new RuntimeException("context", new NoSuchFileException("/etc/key"))))
                .isEqualTo("NoSuchFileException: /etc/key");
    }

    @Test
    void what_the_project_says_itself_goes_before_what_lies_below() {
        var own = StartRefusedException.because("the key file is missing", new NoSuchFileException("/etc/key"));

        assertThat(StartFailure.inOneLine(new RuntimeException("context", own))).isEqualTo("the key file is missing");
    }
}
