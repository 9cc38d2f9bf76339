package org.consentledger.query.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.consentledger.ledger.start.SettingException;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.note.UntrustedNoteException;

/** Finds out what was signed last. Only what one of the keys signed counts: anybody could have put the others there. */
record SignedLast(List<SigningKey> keys) {

    /**
     * The one that covers most; empty if nothing was signed yet.
     *
     * @throws SettingException if there are checkpoints, but of other keys or of another log
     */
    Optional<SignedCheckpoint> of(List<String> notes) {
        var trusted = keys.stream().map(SigningKey::verification).toList();
        var signed = new ArrayList<SignedCheckpoint>();
        RuntimeException untrusted = null;
        for (var note : notes) {
            try {
                signed.add(new SignedCheckpoint(Checkpoint.open(note, trusted), note));
            } catch (UntrustedNoteException | IllegalArgumentException e) {
                untrusted = e;
            }
        }
        if (signed.isEmpty() && untrusted != null) {
            throw new SettingException(
                    "the newest checkpoint was signed by none of the signing keys (" + untrusted.getMessage()
                            + "): while keys change, the old one stays in the file",
                    untrusted);
        }
        signed.forEach(last -> requireOrigin(last.checkpoint()));
        return signed.stream()
                .max(Comparator.comparingLong(last -> last.checkpoint().size()));
    }

    private void requireOrigin(Checkpoint checkpoint) {
        var origin = keys.getFirst().verification().name();
        if (!checkpoint.origin().equals(origin)) {
            throw new SettingException("the signing keys are of the log " + origin
                    + ", but the newest checkpoint is of " + checkpoint.origin());
        }
    }
}
