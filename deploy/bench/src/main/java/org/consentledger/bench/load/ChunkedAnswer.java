package org.consentledger.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** What an answer in chunks holds (RFC 9112, section 7.1), read while its request is still being sent. */
public final class ChunkedAnswer extends InputStream {

    private static final int HEXADECIMAL = 16;

    private final InputStream in;
    private int left;
    private boolean isEnded;

    private ChunkedAnswer(InputStream in) {
        this.in = in;
    }

    /**
     * Reads the head of the answer.
     *
     * @throws LoadFailedException if the status is not 200
     */
    public static ChunkedAnswer of(InputStream in) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new LoadFailedException(status);
        }
        while (!line(in).isEmpty()) {
            // headers tell nothing new
        }
        return new ChunkedAnswer(in);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0 && !isEnded) {
            left = Integer.parseInt(line(in), HEXADECIMAL);
            isEnded = left == 0;
        }
        if (isEnded) {
            return -1;
        }
        var count = in.read(target, offset, Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the answer broke off");
        }
        left -= count;
        if (left == 0) {
            line(in);
        }
        return count;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the answer broke off");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
