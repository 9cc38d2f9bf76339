package org.consentledger.log.note;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A text and the signatures below it (C2SP signed-note). Its text means nothing before a trusted key was found among them. */
public final class SignedNote {

    /** Characters of a note that is read; a checkpoint has some hundred. */
    private static final int LENGTH_MAX = 100_000;

    private static final String BLANK_LINE = "\n\n";

    private final String text;
    private final List<NoteSignature> signatures;

    private SignedNote(String text, List<NoteSignature> signatures) {
        this.text = text;
        this.signatures = List.copyOf(signatures);
    }

    /**
     * Signs a text with all of these keys: while keys change, with the old one and the new one.
     *
     * @throws IllegalArgumentException if the text does not end in a line feed, or contains other control characters
     */
    public static SignedNote sign(String text, Collection<SigningKey> keys) {
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("a note is made of lines, without control characters");
        }
        return new SignedNote(text, keys.stream().map(key -> key.sign(text)).toList());
    }

    /**
     * Reads one; it is not to be trusted yet.
     *
     * @throws IllegalArgumentException if it is not a signed note, or one too long to be a checkpoint
     */
    public static SignedNote parse(String note) {
        var end = note.lastIndexOf(BLANK_LINE);
        if (note.length() > LENGTH_MAX
                || end < 0
                || !note.endsWith("\n")
                || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException("not a signed note");
        }
        var signatures = new ArrayList<NoteSignature>();
        note.substring(end + BLANK_LINE.length())
                .lines()
                .map(NoteSignature::parse)
                .forEach(signatures::add);
        if (signatures.isEmpty()) {
            throw new IllegalArgumentException("a note without a signature");
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    /**
     * The text, if at least one trusted key signed it, and none that signed it is contradicted.
     *
     * @throws UntrustedNoteException otherwise
     */
    public String text(Collection<VerificationKey> trusted) {
        var isSigned = false;
        for (var signature : signatures) {
            for (var key : trusted) {
                if (signature.isBy(key)) {
                    if (!key.verifies(text, signature.signature())) {
                        throw new UntrustedNoteException("the signature of " + key.name() + " is wrong");
                    }
                    isSigned = true;
                }
            }
        }
        if (!isSigned) {
            throw new UntrustedNoteException("no trusted key signed it");
        }
        return text;
    }

    /** As it is handed on. */
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature).append('\n'));
        return note.toString();
    }
}
