package org.consentledger.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class AnswerWriterTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LinesAtWork lines = new LinesAtWork(10, 4);

    private AnswerWriter writer(Consumer<Answered> counted) {
        return new AnswerWriter(lines, written, JSON, counted);
    }

    private static Answered answer(String text) {
        return new Answered(201, false, 1, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSummaryFollowsTheAnswersToAllLines() throws Exception {
        var writer = writer(_ -> {});
        lines.about("planted-a", () -> answer("one"));
        lines.answered(answer("two"));
        lines.end();
        writer.writeAll();
        writer.end(null);

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        one
                        two
                        {"summary":{"lines":2,"accepted":2,"replayed":0,"rejected":0,"position":1}}
                        """);
    }

    @Test
    void noSummaryFollowsALineThatHasNoAnswer() throws Exception {
        var writer = writer(_ -> {});
        lines.answered(answer("one"));
        lines.about("planted-a", () -> {
            throw new StackOverflowError();
        });
        lines.answered(answer("three"));
        lines.end();
        writer.writeAll();

        assertThat(writer.isBroken()).isTrue();
        assertThatThrownBy(() -> writer.end(null)).isInstanceOf(IOException.class);
        assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("summary", "three");
    }

    /** More lines than wait for a writer that is gone. */
    @Test
    void aMistakeInWritingHoldsUpNobodyWhoPutsLinesIn() throws Exception {
        var writer = writer(_ -> {
            throw new IllegalStateException();
        });
        var writing = Thread.ofVirtual().start(() -> {
            try {
                writer.writeAll();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        for (var i = 0; i < 20; i++) {
            lines.answered(answer("one"));
        }
        lines.end();
        writing.join();

        assertThat(writer.isBroken()).isTrue();
        assertThatThrownBy(() -> writer.end(null)).isInstanceOf(IOException.class);
    }
}
