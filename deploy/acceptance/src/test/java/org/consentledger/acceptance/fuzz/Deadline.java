package org.consentledger.acceptance.fuzz;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** What a connection brings until a time is over, however often something comes in between. */
final class Deadline extends FilterInputStream {

    private final Socket socket;
    private long endNanos;

    Deadline(Socket socket) throws IOException {
        super(socket.getInputStream());
        this.socket = socket;
    }

    void begin(Duration time) {
        endNanos = System.nanoTime() + time.toNanos();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var left = Duration.ofNanos(endNanos - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("the answer does not end");
        }
        socket.setSoTimeout((int) left);
        return super.read(target, offset, length);
    }
}
