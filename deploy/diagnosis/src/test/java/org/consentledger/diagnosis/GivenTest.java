package org.consentledger.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a file that was given is never shown. */
class GivenTest {

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("token"), content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "planted-one\nplanted-two",
                "planted-one\r\nplanted-two",
                "planted one",
                "planted-è",
                "planted-€",
                "planted\u0000",
                "planted=one",
                "Bearer planted",
                "{\"access_token\": \"planted\"}",
                "==",
                "",
                " \n"
            })
    void whatIsNoTokenIsRefusedAndNotShown(String content) throws IOException {
        var file = file(content);
        assertThatThrownBy(() -> new Given(Map.of()).token(file, false, "operator"))
                .isInstanceOf(UnusableCallException.class)
                .hasMessage("the token file " + file + " holds no token");

        var out = new StringWriter();
        var err = new StringWriter();
        var exit = Doctor.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Map.of(),
                false,
                "--command=http://localhost:1",
                "--query=http://localhost:1",
                "--token-file=" + file);

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEqualToNormalizingNewlines("doctor: the token file " + file + " holds no token\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"e30.e30.x-_", "opaque~token+/9==", "e30.e30.x-_\n", "\ne30.e30.x-_\r\n"})
    void aTokenIsTakenWithoutWhatIsAroundIt(String content) throws IOException {
        assertThat(new Given(Map.of()).token(file(content), false, "operator")).contains(new Token(content.strip()));
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        var missing = folder.resolve("missing");
        assertThatThrownBy(() -> new Given(Map.of()).token(missing, false, "operator"))
                .isInstanceOf(UnusableCallException.class)
                .hasMessage("the token file " + missing + " cannot be read");
    }
}
