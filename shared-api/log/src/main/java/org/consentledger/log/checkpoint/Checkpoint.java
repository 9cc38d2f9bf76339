package org.consentledger.log.checkpoint;

import java.util.Collection;
import java.util.regex.Pattern;
import org.consentledger.log.note.SignedNote;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.note.UntrustedNoteException;
import org.consentledger.log.note.VerificationKey;
import org.consentledger.log.tree.Hash;

/**
 * What the log was at one moment: its size and root commit to every entry before (C2SP tlog-checkpoint).
 *
 * @param origin names the log, such as {@code consent.example.com/ledger}
 * @param size entries, from position 0
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("the origin is one line, and not an empty one");
        }
    }

    public SignedNote sign(Collection<SigningKey> keys) {
        return SignedNote.sign(origin + "\n" + size + "\n" + root.base64() + "\n", keys);
    }

    /**
     * Reads a signed checkpoint. Lines after the third are passed over, as the specification asks.
     *
     * @throws UntrustedNoteException if no trusted key signed it
     * @throws IllegalArgumentException if it is no checkpoint
     */
    public static Checkpoint open(String note, Collection<VerificationKey> trusted) {
        var lines = SignedNote.parse(note).text(trusted).split("\n", -1);
        // the last element is what follows the last line feed
        if (lines.length < 4 || !SIZE.matcher(lines[1]).matches()) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]));
    }
}
