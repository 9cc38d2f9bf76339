package org.consentledger.query.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.ledger.tree.BrokenTreeException;
import org.consentledger.ledger.tree.StoredEntry;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.tree.Frontier;
import org.consentledger.log.tree.Hash;
import org.consentledger.log.tree.Nodes;
import org.consentledger.log.tree.Proofs;
import org.consentledger.log.tree.Verification;
import org.consentledger.query.log.TrustedCheckpoints;
import org.consentledger.query.replay.ReplayFinding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Grows the log's tree anew from every event that is read, and compares its root with the checkpoints that were signed on
 * the way: the first one that differs says between which positions something was altered, even where event and leaf were
 * altered together. The end is held against the newest checkpoint of all, by a proof that the log only grew.
 */
final class WholeLogCheck implements LogCheck {

    private final TrustedCheckpoints checkpoints;
    private final Nodes tree;
    private final long target;
    private final Duration patience;
    private final Findings findings = new Findings();
    private final Frontier frontier = new Frontier();
    private long expected;

    /** Whether every root from here on differs, for a reason already found. */
    private boolean isBroken;

    private @Nullable Checkpoint verified;

    /**
     * @param tree as the database keeps it: good for proofs, and for nothing else
     * @param patience how long to wait for a checkpoint at the end
     */
    WholeLogCheck(TrustedCheckpoints checkpoints, Nodes tree, long target, Duration patience) {
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.target = target;
        this.patience = patience;
    }

    @Override
    public void page(List<StoredEntry> page) {
        var signed = new HashMap<Long, Checkpoint>();
        if (!isBroken && !page.isEmpty()) {
            var end = page.getLast().entry().position() + 1;
            checkpoints.between(frontier.size(), end).forEach(checkpoint -> signed.put(checkpoint.size(), checkpoint));
        }
        page.forEach(stored -> add(stored, signed));
    }

    private void add(StoredEntry stored, Map<Long, Checkpoint> signed) {
        var position = stored.entry().position();
        if (position > expected) {
            findings.add(Kind.MISSING, expected, position - 1);
            isBroken = true;
        }
        expected = position + 1;
        var leaf = stored.entry().leaf();
        if (!leaf.equals(stored.leaf())) {
            findings.add(Kind.ALTERED, position, position);
        }
        if (isBroken) {
            return;
        }
        frontier.append(leaf);
        var checkpoint = signed.get(frontier.size());
        if (checkpoint != null) {
            compare(checkpoint, frontier.root());
        }
    }

    private void compare(Checkpoint signed, Hash root) {
        if (signed.root().equals(root)) {
            verified = signed;
        } else {
            isBroken = true;
            findings.add(Kind.NOT_AS_SIGNED, verifiedSize(), signed.size() - 1);
        }
    }

    @Override
    public void unreadable(long position) {
        findings.add(Kind.UNREADABLE, position, position);
    }

    @Override
    public ReplayVerification verification() {
        var events = target + 1;
        if (expected < events) {
            findings.add(Kind.MISSING, expected, target);
            isBroken = true;
        }
        if (!isBroken && events > 0) {
            checkpoints
                    .covering(target, patience)
                    .filter(newest -> newest.size() > verifiedSize())
                    .ifPresent(this::compareGrown);
        }
        var covered = Math.min(verifiedSize(), events);
        return findings.verification(verified, covered, isBroken ? 0 : events - covered);
    }

    private void compareGrown(Checkpoint newest) {
        if (isGrownTo(newest)) {
            verified = newest;
        } else {
            isBroken = true;
            findings.add(Kind.NOT_AS_SIGNED, verifiedSize(), newest.size() - 1);
        }
    }

    private boolean isGrownTo(Checkpoint newest) {
        try {
            var proof = newest.size() == frontier.size()
                    ? List.<Hash>of()
                    : new Proofs(tree).consistency(frontier.size(), newest.size());
            return Verification.grew(frontier.size(), frontier.root(), newest.size(), newest.root(), proof);
        } catch (BrokenTreeException e) {
            // the database lacks what the proof is made of, and so what was signed
            return false;
        }
    }

    private long verifiedSize() {
        return verified == null ? 0 : verified.size();
    }
}
