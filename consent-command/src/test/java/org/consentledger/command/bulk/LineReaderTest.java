package org.consentledger.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.consentledger.http.problem.ProblemException;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private static final int BYTES_MAX = 100;

    /** Gives a few bytes at a time, as a network does. */
    private static InputStream inParts(String text, int seed) {
        var random = new Random(seed);
        return new FilterInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(40)));
            }
        };
    }

    private static List<String> read(String text, int seed) throws IOException {
        var reader = new LineReader(inParts(text, seed), 1, BYTES_MAX, Duration.ofSeconds(20));
        var lines = new ArrayList<String>();
        for (var line = reader.next(); line != null; line = reader.next()) {
            lines.add(line.number() + ":"
                    + (line.bytes() == null ? "too long" : new String(line.bytes(), StandardCharsets.UTF_8)));
        }
        return lines;
    }

    @Test
    void linesAreTheSameHoweverTheyArrive() throws IOException {
        var longest = "x".repeat(BYTES_MAX);
        var text = "a\n\nbé\r\n" + longest + "\n" + longest + "x\n" + "y".repeat(100_000) + "\r\n\r\nlast";
        for (var seed = 0; seed < 50; seed++) {
            assertThat(read(text, seed))
                    .containsExactly("1:a", "2:", "3:bé", "4:" + longest, "5:too long", "6:too long", "7:", "8:last");
        }
        assertThat(read("", 1)).isEmpty();
        assertThat(read("\n\n", 1)).containsExactly("1:", "2:");
        assertThat(read("z".repeat(101), 1)).containsExactly("1:too long");
    }

    @Test
    void aLineThatTakesTooLongIsNotAwaited() {
        var slowly = new LineReader(inParts("x".repeat(BYTES_MAX) + "\n", 1), 1, BYTES_MAX, Duration.ZERO);

        assertThatThrownBy(slowly::next).isInstanceOf(ProblemException.class);
    }
}
