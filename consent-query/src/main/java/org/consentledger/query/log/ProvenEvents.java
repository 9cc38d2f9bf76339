package org.consentledger.query.log;

import java.util.List;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.tree.BrokenTreeException;
import org.consentledger.ledger.tree.LedgerEntries;
import org.consentledger.ledger.tree.LedgerTree;
import org.consentledger.log.tree.Hash;
import org.consentledger.log.tree.InclusionProof;
import org.consentledger.log.tree.Proofs;
import org.consentledger.query.QueryProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proves single events to whoever wants to keep the proof. */
@Component
public final class ProvenEvents {

    private final Checkpoints checkpoints;
    private final LedgerTree tree;
    private final LedgerEntries entries;
    private final QueryProperties properties;

    ProvenEvents(Checkpoints checkpoints, LedgerTree tree, LedgerEntries entries, QueryProperties properties) {
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.entries = entries;
        this.properties = properties;
    }

    /**
     * The newest checkpoint.
     *
     * @param covering a position that it has to cover, and is waited for; null if none
     * @throws ProblemException if there is none, or none that covers it in time: 503, to be tried again
     */
    public SignedCheckpoint checkpoint(@Nullable Long covering) {
        return covering == null ? checkpoints.signed() : checkpoints.covering(covering, properties.checkpointTimeout());
    }

    /**
     * Proofs that events stand in the log, in their order; one round trip.
     *
     * @param size of the log, at most that of a checkpoint
     */
    public List<List<Hash>> inclusions(List<Long> positions, long size) {
        return new Proofs(tree).inclusions(positions, size);
    }

    /**
     * The event at a position of the ledger, once a checkpoint covers it.
     *
     * @throws ProblemException if none does in time: 503, to be tried again
     * @throws BrokenTreeException if the event is not the one that was signed: nothing is handed out that is no proof
     */
    public ProvenEvent at(long position) {
        var signed = checkpoints.covering(position, properties.checkpointTimeout());
        var size = signed.checkpoint().size();
        var found = entries.from(position, 1);
        if (found.isEmpty() || found.getFirst().position() != position) {
            throw new BrokenTreeException("the event at position " + position + " is missing");
        }
        var entry = found.getFirst();
        var inclusion = InclusionProof.of(position, size, entry.leaf(), new Proofs(tree).inclusion(position, size));
        if (!inclusion.leadsTo(signed.checkpoint().root())) {
            throw new BrokenTreeException("the event at position " + position + " is not the one that was signed");
        }
        return new ProvenEvent(entry, inclusion, signed.note());
    }
}
