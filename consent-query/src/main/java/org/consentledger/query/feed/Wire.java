package org.consentledger.query.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/** To one follower. Says now and then that it is still there. */
final class Wire {

    private static final byte[] OPENING = "retry: 2000\n\n".getBytes(US_ASCII);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(US_ASCII);

    private final OutputStream out;
    private final long heartbeatNanos;
    private long sentNanos = System.nanoTime();

    Wire(OutputStream out, Duration heartbeat) {
        this.out = out;
        this.heartbeatNanos = heartbeat.toNanos();
    }

    void open() throws IOException {
        send(List.of(OPENING));
    }

    void send(List<byte[]> messages) throws IOException {
        if (messages.isEmpty()) {
            return;
        }
        for (var message : messages) {
            out.write(message);
        }
        out.flush();
        sentNanos = System.nanoTime();
    }

    /** Sends a comment if nothing was sent for long. */
    void beat() throws IOException {
        if (System.nanoTime() - sentNanos >= heartbeatNanos) {
            send(List.of(HEARTBEAT));
        }
    }
}
