package org.consentledger.query.replay;

import java.util.List;
import org.consentledger.ledger.tree.BrokenTreeException;
import org.consentledger.ledger.tree.StoredEntry;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.tree.Hash;
import org.consentledger.log.tree.Nodes;
import org.consentledger.log.tree.Proofs;
import org.consentledger.log.tree.Verification;
import org.consentledger.query.replay.ReplayFinding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Proves each event that is read to stand in the log that was signed. That no other event of the same subject is missing
 * before the last one read follows from the numbers in its stream, which each event's leaf commits to. Whether any is missing
 * after it, or of a recipient's events anywhere, only a replay of everything can tell.
 */
final class InclusionCheck implements LogCheck {

    private final @Nullable Checkpoint checkpoint;
    private final Proofs proofs;
    private final boolean isOneStream;
    private final Findings findings = new Findings();
    private long verified;
    private long notCovered;
    private long nextSequence;
    private long lastPosition = -1;

    /**
     * @param checkpoint what is proved against; null if there is none
     * @param tree as the database keeps it: good for proofs, and for nothing else
     * @param isOneStream whether the events are all those of one stream
     */
    InclusionCheck(@Nullable Checkpoint checkpoint, Nodes tree, boolean isOneStream) {
        this.checkpoint = checkpoint;
        this.proofs = new Proofs(new NodeCache(tree));
        this.isOneStream = isOneStream;
    }

    @Override
    public void page(List<StoredEntry> page) {
        page.forEach(this::add);
    }

    private void add(StoredEntry stored) {
        var entry = stored.entry();
        var position = entry.position();
        if (isOneStream && entry.streamSequence() > nextSequence) {
            findings.add(Kind.MISSING, lastPosition + 1, Math.max(lastPosition + 1, position - 1));
        }
        nextSequence = entry.streamSequence() + 1;
        lastPosition = position;
        var leaf = entry.leaf();
        if (!leaf.equals(stored.leaf())) {
            findings.add(Kind.ALTERED, position, position);
        } else if (checkpoint == null || position >= checkpoint.size()) {
            notCovered++;
        } else if (isIncluded(leaf, position, checkpoint)) {
            verified++;
        } else {
            findings.add(Kind.NOT_AS_SIGNED, position, position);
        }
    }

    private boolean isIncluded(Hash leaf, long position, Checkpoint signed) {
        try {
            var proof = proofs.inclusion(position, signed.size());
            return Verification.includes(leaf, position, signed.size(), proof, signed.root());
        } catch (BrokenTreeException e) {
            // the database lacks what the proof is made of
            return false;
        }
    }

    @Override
    public void unreadable(long position) {
        findings.add(Kind.UNREADABLE, position, position);
    }

    @Override
    public ReplayVerification verification() {
        return findings.verification(checkpoint, verified, notCovered);
    }
}
