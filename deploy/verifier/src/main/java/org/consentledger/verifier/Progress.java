package org.consentledger.verifier;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Says every few seconds how far it is, to whoever waits. Who does not wait as long sees nothing of it. */
final class Progress {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

    /** The clock is not looked at for each event. */
    private static final int EVENTS_BETWEEN = 1_000;

    private final PrintWriter out;
    private final long bytes;
    private long events;
    private long saidAt = System.nanoTime();

    /** @param bytes of all that will be read; 0 if nobody knows */
    Progress(PrintWriter out, long bytes) {
        this.out = out;
        this.bytes = bytes;
    }

    /** One more event. */
    void event(long bytesRead) {
        events++;
        if (events % EVENTS_BETWEEN == 0 && System.nanoTime() - saidAt > INTERVAL_NANOS) {
            saidAt = System.nanoTime();
            out.println(String.format(Locale.ROOT, "%,d events", events)
                    + (bytes == 0 ? "" : String.format(Locale.ROOT, ", %d %%", bytesRead * 100 / bytes)));
            out.flush();
        }
    }
}
