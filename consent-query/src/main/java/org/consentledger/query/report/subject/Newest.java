package org.consentledger.query.report.subject;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the newest of what passes by, and counts all of it. */
final class Newest<T> {

    private final int most;
    private final Deque<T> kept = new ArrayDeque<>();
    private long total;

    Newest(int most) {
        this.most = most;
    }

    void add(T next) {
        total++;
        kept.addFirst(next);
        if (kept.size() > most) {
            kept.removeLast();
        }
    }

    long total() {
        return total;
    }

    boolean isComplete() {
        return total == kept.size();
    }

    /** The newest first. */
    List<T> listed() {
        return List.copyOf(kept);
    }
}
