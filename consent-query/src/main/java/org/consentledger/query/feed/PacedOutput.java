package org.consentledger.query.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Gives up a caller who does not take what is written. The time counts that writing waits, from one flush to the next; who
 * writes must flush after each batch. Tomcat alone would wait on as long as one byte comes through now and then.
 */
final class PacedOutput extends OutputStream {

    private static final long BYTES_PER_SECOND_MIN = 16 << 10;

    /** Between two looks at the time, as it cannot be looked at during a write. */
    private static final int CHUNK_BYTES = 8 << 10;

    private static final long NANOS_PER_BYTE = Duration.ofSeconds(1).toNanos() / BYTES_PER_SECOND_MIN;

    private final OutputStream out;
    private final Supplier<Duration> patience;
    private final Runnable afterBatch;
    private long waitedNanos;
    private long bytes;

    /**
     * Writes to somebody.
     *
     * @param patience how long it may wait at the moment: less is left when the service stops
     * @param afterBatch called after each flush
     */
    PacedOutput(OutputStream out, Supplier<Duration> patience, Runnable afterBatch) {
        this.out = out;
        this.patience = patience;
        this.afterBatch = afterBatch;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    /** @throws SlowReaderException if the caller keeps it waiting for too long */
    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        for (var at = 0; at < length; at += CHUNK_BYTES) {
            var chunk = Math.min(CHUNK_BYTES, length - at);
            var begin = System.nanoTime();
            out.write(source, offset + at, chunk);
            bytes += chunk;
            look(begin);
        }
    }

    /** @throws SlowReaderException if the caller keeps it waiting for too long */
    @Override
    public void flush() throws IOException {
        var begin = System.nanoTime();
        out.flush();
        look(begin);
        waitedNanos = 0;
        bytes = 0;
        afterBatch.run();
    }

    private void look(long begin) throws SlowReaderException {
        waitedNanos += System.nanoTime() - begin;
        if (waitedNanos > patience.get().toNanos() + bytes * NANOS_PER_BYTE) {
            throw new SlowReaderException();
        }
    }
}
