package org.consentledger.query.log;

import java.util.List;
import org.consentledger.ledger.tree.BrokenTreeException;
import org.consentledger.ledger.tree.LedgerEntries;
import org.consentledger.ledger.tree.LedgerTree;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.note.UntrustedNoteException;
import org.consentledger.log.tree.Frontier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs what the log has become since it signed last, and nothing else: it goes on from the tree that it signed, reads each
 * new event, and computes its leaf itself. A tree that was altered in between, or an event that is not what its leaf says,
 * is not signed. Not for several threads.
 */
final class Signer {

    private static final Logger LOG = LoggerFactory.getLogger(Signer.class);

    private static final int PAGE_EVENTS = 500;

    private final LedgerTree tree;
    private final LedgerEntries entries;
    private final List<SigningKey> keys;
    private final Frontier signed;

    /** @param signed what was signed last; it is grown from here on */
    Signer(LedgerTree tree, LedgerEntries entries, List<SigningKey> keys, Frontier signed) {
        this.tree = tree;
        this.entries = entries;
        this.keys = keys;
        this.signed = signed;
    }

    /** Events that the log holds now. */
    long grown() {
        return tree.frontier().size();
    }

    /**
     * Two nodes that sign the same size have to sign the same root.
     *
     * @param other what is kept of that size
     * @throws BrokenTreeException if one of our keys signed another root
     */
    void requireSame(SignedCheckpoint own, String other) {
        if (other.equals(own.note())) {
            return;
        }
        try {
            var trusted = keys.stream().map(SigningKey::verification).toList();
            if (!Checkpoint.open(other, trusted).equals(own.checkpoint())) {
                throw new BrokenTreeException("two different checkpoints of "
                        + own.checkpoint().size() + " events were signed with this log's key");
            }
        } catch (UntrustedNoteException | IllegalArgumentException e) {
            // whoever put it there has no key: it proves nothing
            LOG.warn(
                    "the database holds a checkpoint of {} events that is not ours",
                    own.checkpoint().size());
        }
    }

    /** @throws BrokenTreeException if the ledger is not what its tree says */
    SignedCheckpoint sign() {
        var grown = tree.frontier();
        while (signed.size() < grown.size()) {
            var first = signed.size();
            var limit = (int) Math.min(PAGE_EVENTS, grown.size() - first);
            for (var entry : entries.from(first, limit)) {
                if (entry.position() != signed.size()) {
                    throw new BrokenTreeException("the event at position " + signed.size() + " is missing");
                }
                signed.append(entry.leaf());
            }
            if (signed.size() < first + limit) {
                throw new BrokenTreeException("the event at position " + signed.size() + " is missing");
            }
        }
        if (signed.size() != grown.size() || !signed.root().equals(grown.root())) {
            throw new BrokenTreeException(
                    "the tree of " + grown.size()
                            + " leaves does not follow from the one signed before and the events since: one of them was altered");
        }
        var origin = keys.getFirst().verification().name();
        var checkpoint = new Checkpoint(origin, signed.size(), signed.root());
        return new SignedCheckpoint(checkpoint, checkpoint.sign(keys).toString());
    }
}
