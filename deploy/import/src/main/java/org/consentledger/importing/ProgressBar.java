package org.consentledger.importing;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows how far it is: a bar that moves on a terminal, a line now and then elsewhere. How much is left is told by bytes, as nobody has
 * counted the rows.
 */
final class ProgressBar {

    private static final int WIDTH = 30;
    private static final int PERCENT = 100;
    private static final Duration ON_A_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean isTerminal;
    private final long bytes;
    private final LongSupplier nanos;
    private final long begunNanos;
    private long shownNanos;
    private long rowsBefore = -1;
    private long bytesBefore;

    /**
     * Begins.
     *
     * @param isTerminal whether what was shown can be shown over
     * @param bytes of the whole input
     * @param nanos tells the time, as {@link System#nanoTime} does
     */
    ProgressBar(PrintWriter out, boolean isTerminal, long bytes, LongSupplier nanos) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.bytes = Math.max(bytes, 1);
        this.nanos = nanos;
        this.begunNanos = nanos.getAsLong();
        this.shownNanos = begunNanos;
    }

    /** So many rows of the input are done; shown if it is time. */
    void at(long rows, long bytesDone) {
        if (rowsBefore < 0) {
            // what an earlier run did says nothing of how fast this one is
            rowsBefore = rows;
            bytesBefore = bytesDone;
        }
        var now = nanos.getAsLong();
        if (now - shownNanos >= (isTerminal ? ON_A_TERMINAL : ELSEWHERE).toNanos()) {
            shownNanos = now;
            show(rows, bytesDone, now - begunNanos);
        }
    }

    /** Shows the last state, and leaves it there. */
    void end(long rows, long bytesDone) {
        at(rows, bytesDone);
        show(rows, bytesDone, nanos.getAsLong() - begunNanos);
        if (isTerminal) {
            out.println();
            out.flush();
        }
    }

    /** Says something besides. */
    void say(String text) {
        out.println((isTerminal ? "\r" + " ".repeat(WIDTH + 50) + "\r" : "") + text);
        out.flush();
    }

    private void show(long rows, long bytesDone, long takenNanos) {
        var share = Math.min(1, (double) bytesDone / bytes);
        var seconds = Math.max(takenNanos, 1) / (double) TimeUnit.SECONDS.toNanos(1);
        var text = String.format(
                Locale.ROOT,
                "%3.0f %%  %,d rows  %,.0f/s  %s",
                share * PERCENT,
                rows,
                (rows - rowsBefore) / seconds,
                left(bytesDone, seconds));
        if (isTerminal) {
            var full = (int) Math.round(share * WIDTH);
            out.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + text + "     ");
        } else {
            out.println(text);
        }
        out.flush();
    }

    private String left(long bytesDone, double seconds) {
        var perSecond = (bytesDone - bytesBefore) / seconds;
        if (perSecond <= 0) {
            return "";
        }
        var left = Duration.ofSeconds(Math.max(0, Math.round((bytes - bytesDone) / perSecond)));
        return String.format(
                Locale.ROOT, "%d:%02d:%02d left", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }
}
