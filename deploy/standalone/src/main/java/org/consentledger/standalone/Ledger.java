package org.consentledger.standalone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** What was started so far, to be stopped in reverse order: first who uses, then what is used. */
final class Ledger {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean started;
    private boolean closing;

    /**
     * Remembers something that is to be closed in its turn.
     *
     * @throws CancellationException if the ledger is being stopped meanwhile; the part is closed then
     */
    void opened(AutoCloseable part) {
        synchronized (this) {
            if (!closing) {
                open.push(part);
                return;
            }
        }
        close(part);
        throw new CancellationException("the ledger is being stopped");
    }

    synchronized boolean hasStarted() {
        return started;
    }

    /** From now on there is something to tell about when it stops. */
    synchronized void starts() {
        started = true;
    }

    synchronized boolean isClosing() {
        return closing;
    }

    /** Stops everything, as far as it goes, and tells what did not go. */
    List<Exception> close() {
        var failures = new ArrayList<Exception>();
        for (var part = next(); part != null; part = next()) {
            close(part).ifPresent(failures::add);
        }
        return failures;
    }

    private synchronized @Nullable AutoCloseable next() {
        closing = true;
        return open.poll();
    }

    private static Optional<Exception> close(AutoCloseable part) {
        try {
            part.close();
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(e);
        }
    }
}
