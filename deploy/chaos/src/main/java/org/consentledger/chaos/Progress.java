package org.consentledger.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says what happens, and when. */
final class Progress {

    private static final double MS_PER_S = 1e3;

    private final PrintStream out;
    private final long begin = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String what) {
        var seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / MS_PER_S;
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, what);
    }
}
