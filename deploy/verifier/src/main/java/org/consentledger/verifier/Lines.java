package org.consentledger.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of UTF-8, strictly, and none so long that it would not fit into memory. */
final class Lines {

    /** An event has some kilobytes; commands are at most 64 KB unless an operator allowed more. */
    private static final int BYTES_MAX = 8 << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private long number;
    private long bytes;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * The next line, without its line feed; null after the last.
     *
     * @throws CharacterCodingException if it is not UTF-8
     * @throws LineTooLongException if it has more than 8 MiB
     */
    @Nullable String next() throws IOException {
        number++;
        var line = new ByteArrayOutputStream();
        while (at < end || fill()) {
            var feed = at;
            while (feed < end && buffer[feed] != '\n') {
                feed++;
            }
            line.write(buffer, at, feed - at);
            bytes += feed - at;
            if (line.size() > BYTES_MAX) {
                throw new LineTooLongException();
            }
            at = feed;
            if (feed < end) {
                at++;
                bytes++;
                return text(line);
            }
        }
        return line.size() == 0 ? null : text(line);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private static String text(ByteArrayOutputStream line) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.toByteArray()))
                .toString();
    }

    /** Of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** Read so far. */
    long bytes() {
        return bytes;
    }

    static final class LineTooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
