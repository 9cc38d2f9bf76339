package org.consentledger.verifier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.consentledger.log.tree.Frontier;
import org.consentledger.log.tree.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Grows the tree and compares its root with that of each checkpoint when it has the checkpoint's size. From the first altered
 * event on there are two trees: of the events as they are, and of the leaves that the ledger has for them. Where the second
 * fits, the altered events explain everything.
 */
final class Roots {

    private final Deque<SignedCheckpoint> ahead;
    private final List<SignedCheckpoint> fits = new ArrayList<>();
    private final List<SignedCheckpoint> misfits = new ArrayList<>();
    private final Frontier events = new Frontier();
    private @Nullable Frontier leaves;
    private long signedEvents;

    Roots(List<SignedCheckpoint> checkpoints) {
        this.ahead = new ArrayDeque<>(checkpoints.stream()
                .sorted(Comparator.comparingLong(SignedCheckpoint::size))
                .toList());
        compare();
    }

    /** Passes over what is not next: after a gap there are no roots. */
    void add(long position, Hash computed, Hash recorded) {
        if (position != events.size()) {
            return;
        }
        if (leaves == null && !computed.equals(recorded)) {
            leaves = new Frontier(events.size(), events.subtrees());
        }
        if (leaves != null) {
            leaves.append(recorded);
        }
        events.append(computed);
        compare();
    }

    private void compare() {
        for (var next = ahead.peek(); next != null && next.size() == events.size(); next = ahead.peek()) {
            var areEventsSigned = next.root().equals(events.root());
            if (areEventsSigned) {
                signedEvents = next.size();
            }
            var isFit = areEventsSigned || (leaves != null && next.root().equals(leaves.root()));
            (isFit ? fits : misfits).add(ahead.remove());
        }
    }

    /** Events without a gap from the beginning. */
    long size() {
        return events.size();
    }

    /** Events that were signed as they are here. */
    long signedEvents() {
        return signedEvents;
    }

    /** From small to large. */
    List<SignedCheckpoint> fits() {
        return fits;
    }

    /** From small to large. */
    List<SignedCheckpoint> misfits() {
        return misfits;
    }

    /** Those whose size was not reached, from small to large. */
    List<SignedCheckpoint> notCompared() {
        return List.copyOf(ahead);
    }
}
