package org.consentledger.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the user sees of a run. */
final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final long begin;

    /** @param running how long the run has already taken */
    Console(PrintStream out, PrintStream err, Duration running) {
        this.out = out;
        this.err = err;
        this.begin = System.nanoTime() - running.toNanos();
    }

    /** One line for what happens next, with the seconds since the start. */
    void stage(String what) {
        out.printf(
                Locale.ROOT,
                "%6.1f s  %s%n",
                Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3,
                what);
    }

    void say(String text) {
        out.println(text);
    }

    /** On a line of its own: the terminal has just shown ^C. */
    void stopping() {
        out.println();
        stage("stopping");
    }

    void complain(String text) {
        out.flush();
        err.println(text);
    }
}
