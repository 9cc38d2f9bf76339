package org.consentledger.ledger.tree;

import java.util.List;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.log.tree.Frontier;
import org.consentledger.log.tree.Proofs;

/**
 * What a service makes sure of before it goes on from what it finds: that the tree has as many leaves as there are events,
 * that its edge follows from its leaves, and that the newest events are what their leaves say. Everything older is the
 * verifier's work, which reads every event.
 */
public final class TreeCheck {

    /** Newest events whose leaves are computed anew. */
    private static final int EVENTS_READ = 1_000;

    private final LedgerReader ledger;
    private final LedgerTree tree;
    private final LedgerEntries entries;

    public TreeCheck(LedgerReader ledger, LedgerTree tree, LedgerEntries entries) {
        this.ledger = ledger;
        this.tree = tree;
        this.entries = entries;
    }

    /**
     * Others may append meanwhile.
     *
     * @throws BrokenTreeException with a sentence for the operator
     */
    public void require() {
        var frontier = tree.frontier();
        var size = frontier.size();
        var events = ledger.head() + 1;
        if (events < size) {
            throw new BrokenTreeException("the ledger holds " + events + " events, but " + size
                    + " were recorded: the newest were removed, or an older state was restored in part");
        }
        if (!entries.from(size, 1).isEmpty() && tree.frontier().size() == size) {
            throw new BrokenTreeException("the ledger holds an event at position " + size
                    + " that was not recorded by a service: it is in no tree");
        }
        requireNewest(Math.max(0, size - EVENTS_READ), frontier);
    }

    private void requireNewest(long first, Frontier frontier) {
        var size = frontier.size();
        var newest = entries.withLeavesFrom(first, Math.toIntExact(size - first));
        var computed = new Proofs(tree).frontier(first);
        for (var stored : newest) {
            if (stored.entry().position() != computed.size()) {
                throw new BrokenTreeException("the event at position " + computed.size() + " is missing");
            }
            computed.append(stored.entry().leaf());
        }
        if (computed.size() < size) {
            throw new BrokenTreeException("the event at position " + computed.size() + " is missing");
        }
        requireLeaves(newest);
        if (!computed.root().equals(frontier.root())) {
            throw new BrokenTreeException(
                    "the tree of the ledger does not follow from its leaves: events and leaves, or the"
                            + " tree itself, were altered before position " + size);
        }
    }

    /** Names the event, where the root alone would only tell that there is one. */
    private static void requireLeaves(List<StoredEntry> newest) {
        for (var stored : newest) {
            if (!stored.entry().leaf().equals(stored.leaf())) {
                throw new BrokenTreeException(
                        "the event at position " + stored.entry().position() + ", or its leaf, was altered");
            }
        }
    }
}
