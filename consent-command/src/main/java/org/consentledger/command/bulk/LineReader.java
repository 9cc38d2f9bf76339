package org.consentledger.command.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.catalina.connector.ClientAbortException;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Takes lines off a body of any length. Lines end with a line feed, or a carriage return before it; empty ones are lines
 * too. Keeps no more than one line, and of one that is too long nothing.
 */
final class LineReader {

    private static final int READ_BYTES = 32 * 1024;

    private final InputStream body;
    private final int bytesMax;
    private final Duration deadline;
    private byte[] buffer = new byte[READ_BYTES];
    private int begin;
    private int end;
    private int searched;
    private boolean isEnded;
    private long number;

    /**
     * Begins to count.
     *
     * @param firstLine number of the first line
     * @param bytesMax largest line, without its end
     * @param deadline for a line to arrive, from its first byte on
     */
    LineReader(InputStream body, long firstLine, int bytesMax, Duration deadline) {
        this.body = body;
        this.number = firstLine - 1;
        this.bytesMax = bytesMax;
        this.deadline = deadline;
    }

    /**
     * One line.
     *
     * @param bytes without its end; null if it is too long
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(long number, byte @Nullable [] bytes) {

        boolean isEmpty() {
            return bytes != null && bytes.length == 0;
        }
    }

    /**
     * The next line; null at the end of the body.
     *
     * @throws ProblemException if it does not come in time
     * @throws IOException if the caller has gone
     */
    @Nullable Line next() throws IOException {
        var begunNanos = System.nanoTime();
        var isTooLong = false;
        while (true) {
            var feed = feed();
            if (feed < 0 && isEnded && begin == end && !isTooLong) {
                return null;
            }
            if (feed >= 0 || isEnded) {
                var bytes = without(feed < 0 ? end : feed);
                begin = feed < 0 ? end : feed + 1;
                searched = begin;
                number++;
                return new Line(number, isTooLong || bytes.length > bytesMax ? null : bytes);
            }
            if (end - begin > bytesMax + 1) {
                isTooLong = true;
                begin = end;
            }
            searched = end;
            if (begin == end && !isTooLong) {
                read();
                begunNanos = System.nanoTime();
            } else {
                read();
                if (System.nanoTime() - begunNanos > deadline.toNanos()) {
                    throw tooSlow();
                }
            }
        }
    }

    /** Where the line ends; -1 if that is not there yet. */
    private int feed() {
        for (var i = Math.max(searched, begin); i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private byte[] without(int lineEnd) {
        var last = lineEnd > begin && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        return Arrays.copyOfRange(buffer, begin, last);
    }

    private void read() throws IOException {
        if (begin > 0) {
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            searched -= begin;
            begin = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        try {
            var count = body.read(buffer, end, buffer.length - end);
            if (count < 0) {
                isEnded = true;
            } else {
                end += count;
            }
        } catch (IOException e) {
            if (e.getCause() instanceof SocketTimeoutException) {
                throw tooSlow();
            }
            if (e instanceof ClientAbortException) {
                throw e;
            }
            throw new ProblemException(Problem.of(ProblemCode.MALFORMED_REQUEST, "the body breaks HTTP"));
        }
    }

    private ProblemException tooSlow() {
        return new ProblemException(Problem.of(
                ProblemCode.REQUEST_TIMEOUT,
                "a line must arrive within " + deadline.toMillis() + " ms, and lines without long pauses"));
    }
}
