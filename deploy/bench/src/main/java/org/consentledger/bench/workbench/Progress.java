package org.consentledger.bench.workbench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells whoever waits what is being done, and how far it is. */
public final class Progress {

    private static final int PERCENT = 100;

    private final PrintStream out;
    private final int parts;
    private final long begin = System.nanoTime();
    private int done;

    /**
     * Counts time from now on.
     *
     * @param parts how many there will be
     */
    public Progress(PrintStream out, int parts) {
        this.out = out;
        this.parts = parts;
    }

    public void part(String name) {
        say("== " + name + " (" + done * PERCENT / parts + " % of all parts done)");
        done++;
    }

    public void say(String what) {
        out.printf(
                Locale.ROOT,
                "%6.1f s  %s%n",
                Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3,
                what);
    }

    public double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
