package org.consentledger.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.consentledger.log.tree.Hash;

/** Goes through an export once, in the order of its lines, and reports what it finds. Its memory does not grow with it. */
final class Audit {

    private final long treeSize;
    private final Optional<SignedCheckpoint> largest;
    private final Consumer<Finding> findings;
    private final Sequence sequence;
    private final AlteredEvents altered;
    private final Roots roots;
    private long firstBeyondTree = Long.MAX_VALUE;

    /**
     * @param treeSize leaves of the ledger's tree, as the export says
     * @param checkpoints of one log
     */
    Audit(long treeSize, List<SignedCheckpoint> checkpoints, Consumer<Finding> findings) {
        this.treeSize = treeSize;
        this.largest = checkpoints.stream().max(Comparator.comparingLong(SignedCheckpoint::size));
        this.findings = findings;
        this.sequence = new Sequence(findings);
        this.altered = new AlteredEvents(findings);
        this.roots = new Roots(checkpoints);
    }

    void add(ExportedEvent event) {
        var entry = event.entry();
        var position = entry.position();
        var bytes = entry.bytes();
        var computed = Hash.ofLeaf(bytes);
        sequence.add(position);
        if (!computed.equals(event.leaf())) {
            altered.add(AlteredEvent.of(entry, bytes, event.leaf()));
        }
        if (position >= treeSize) {
            firstBeyondTree = Math.min(firstBeyondTree, position);
        }
        roots.add(position, computed, event.leaf());
    }

    /** Nothing follows. */
    Outcome end() {
        sequence.end();
        altered.end(roots.signedEvents());
        var largestFit = roots.fits().isEmpty()
                ? Optional.<SignedCheckpoint>empty()
                : Optional.of(roots.fits().getLast());
        rewritten(largestFit.map(SignedCheckpoint::size).orElse(0L));
        beyondTree();
        truncated();
        return new Outcome(largestFit, remarks());
    }

    private void rewritten(long fitting) {
        for (var misfit : roots.misfits()) {
            if (misfit.size() > fitting) {
                // larger ones cannot fit either, and say nothing new
                var positions = new Positions(fitting, misfit.size() - 1);
                findings.accept(new Finding.Rewritten(positions, misfit, altered.areAmong(positions)));
                return;
            }
            // one of the same size is an equivocation, which was found without the export
            roots.fits().stream()
                    .filter(fit -> fit.size() >= misfit.size())
                    .findFirst()
                    .filter(fit -> fit.size() > misfit.size())
                    .ifPresent(fit -> findings.accept(new Finding.Contradiction(misfit, fit)));
        }
    }

    private void beyondTree() {
        if (firstBeyondTree < sequence.held()) {
            findings.accept(new Finding.BeyondTree(new Positions(firstBeyondTree, sequence.held() - 1), treeSize));
        }
    }

    private void truncated() {
        var end = sequence.held();
        if (largest.isPresent() && largest.get().size() > end) {
            var checkpoint = largest.get();
            findings.accept(new Finding.Truncated(new Positions(end, checkpoint.size() - 1), checkpoint.toString()));
            end = checkpoint.size();
        }
        if (treeSize > end) {
            findings.accept(new Finding.Truncated(new Positions(end, treeSize - 1), "the ledger's own tree"));
        }
    }

    private List<Remark> remarks() {
        var remarks = new ArrayList<Remark>();
        var uncompared = roots.notCompared().stream()
                .filter(checkpoint -> checkpoint.size() <= sequence.held())
                .count();
        if (uncompared > 0) {
            remarks.add(new Remark.RootsUnknown(roots.size(), uncompared));
        }
        var covered = largest.map(SignedCheckpoint::size).orElse(0L);
        var recorded = Math.min(sequence.held(), treeSize);
        if (recorded > covered) {
            remarks.add(new Remark.NotCovered(covered, recorded - covered));
        }
        return remarks;
    }
}
