package org.consentledger.query.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.note.UntrustedNoteException;
import org.consentledger.setting.SettingException;

/** Finds out what was signed before, by whatever node. */
record SignedLast(List<SigningKey> keys) {

    /**
     * Every checkpoint that the ledger has to agree with, the file's first; empty if nothing was signed yet.
     *
     * @param file what this node kept outside the database: it must have been signed with one of the keys
     * @param rows what the database holds, the newest first. Anybody could have put others there, so those that no key
     *     signed are passed over, unless there is nothing else
     * @throws SettingException if there are checkpoints, but of other keys or of another log
     */
    List<SignedCheckpoint> of(Optional<String> file, List<String> rows) {
        var signed = new ArrayList<SignedCheckpoint>();
        file.ifPresent(note -> signed.add(opened(note)));
        SettingException foreign = null;
        for (var note : rows) {
            try {
                signed.add(opened(note));
            } catch (SettingException e) {
                foreign = e;
            }
        }
        if (signed.isEmpty() && foreign != null) {
            throw foreign;
        }
        return signed;
    }

    private SignedCheckpoint opened(String note) {
        var origin = keys.getFirst().verification().name();
        try {
            var checkpoint = Checkpoint.open(
                    note, keys.stream().map(SigningKey::verification).toList());
            if (checkpoint.origin().equals(origin)) {
                return new SignedCheckpoint(checkpoint, note);
            }
            throw new SettingException("the signing keys are of the log " + origin
                    + ", but the newest checkpoint is of " + checkpoint.origin());
        } catch (UntrustedNoteException | IllegalArgumentException e) {
            throw new SettingException(
                    "the newest checkpoint was signed by none of the signing keys (" + e.getMessage()
                            + "): while keys change, the old one stays in the file",
                    e);
        }
    }
}
