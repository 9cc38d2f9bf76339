package org.consentledger.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Closes an answer in which nothing comes any more. The time limit of a request ends with the head of its answer, and whoever reads on from a
 * machine that has vanished waits for ever.
 */
final class Watch implements AutoCloseable {

    private final InputStream answer;
    private final Duration silence;
    private final Thread watching;
    private volatile long heardNanos = System.nanoTime();

    /**
     * Watches until it is closed.
     *
     * @param silence how long nothing may come
     */
    Watch(InputStream answer, Duration silence) {
        this.answer = answer;
        this.silence = silence;
        this.watching = Thread.ofVirtual().name("watch").unstarted(this::watch);
        watching.start();
    }

    /** Something came. */
    void heard() {
        heardNanos = System.nanoTime();
    }

    private void watch() {
        try {
            for (var left = left(); left > 0; left = left()) {
                Thread.sleep(Duration.ofNanos(left));
            }
            answer.close();
        } catch (InterruptedException e) {
            // closed: the answer is read
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long left() {
        return silence.toNanos() - (System.nanoTime() - heardNanos);
    }

    @Override
    public void close() {
        watching.interrupt();
    }
}
