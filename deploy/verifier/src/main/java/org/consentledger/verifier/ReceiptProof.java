package org.consentledger.verifier;

import java.util.List;
import java.util.function.Consumer;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.UntrustedNoteException;
import org.consentledger.log.note.VerificationKey;
import org.consentledger.log.tree.InclusionProof;
import org.jspecify.annotations.Nullable;

/** Whether a receipt's event stands in the log that was signed. */
record ReceiptProof(List<VerificationKey> trusted, Consumer<String> findings) {

    /**
     * The checkpoint that the event is proved to stand under; null if it is not, and then the findings say why.
     *
     * @param origin names the log that signed the receipt
     */
    @Nullable Checkpoint check(ReceiptFile file, String origin) {
        var checkpoint = opened(file.checkpoint());
        if (checkpoint == null) {
            return null;
        }
        if (!checkpoint.origin().equals(origin)) {
            findings.accept(
                    "its checkpoint is of another log: its origin is " + checkpoint.origin() + ", not " + origin);
            return null;
        }
        return isProved(file, checkpoint) ? checkpoint : null;
    }

    private @Nullable Checkpoint opened(String note) {
        try {
            return Checkpoint.open(note, trusted);
        } catch (UntrustedNoteException e) {
            findings.accept("its checkpoint is not to be trusted: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            findings.accept("its checkpoint is none");
        }
        return null;
    }

    private boolean isProved(ReceiptFile file, Checkpoint checkpoint) {
        var entry = file.entry();
        var proof = file.inclusion();
        if (proof.position() != entry.position()) {
            findings.accept("its proof is of another event: of that at position " + proof.position() + ", not "
                    + entry.position());
            return false;
        }
        if (!proof.leaf().equals(entry.leaf().base64())) {
            findings.accept("its entry was altered, or its proof is of another event: the entry's leaf is "
                    + entry.leaf().base64() + ", and the proof does not begin with it");
            return false;
        }
        if (proof.size() != checkpoint.size()) {
            findings.accept("its proof is for a log of " + proof.size() + " events, but its checkpoint is of "
                    + checkpoint.size());
            return false;
        }
        if (!leads(proof, checkpoint)) {
            findings.accept("its proof does not lead to the checkpoint's root: the entry is not what was signed, or the"
                    + " proof is of another event");
            return false;
        }
        return true;
    }

    private static boolean leads(InclusionProof proof, Checkpoint checkpoint) {
        try {
            return proof.leadsTo(checkpoint.root());
        } catch (IllegalArgumentException e) {
            // a hash that is none leads nowhere
            return false;
        }
    }
}
