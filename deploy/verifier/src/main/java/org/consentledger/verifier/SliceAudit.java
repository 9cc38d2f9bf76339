package org.consentledger.verifier;

import java.util.List;
import java.util.function.Consumer;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.export.SliceEnd;
import org.consentledger.log.export.SliceGaps;
import org.consentledger.log.export.SliceHead;
import org.consentledger.log.export.SliceLine;
import org.consentledger.log.export.SliceStatement;
import org.consentledger.log.note.VerificationKey;
import org.consentledger.log.tree.Hash;
import org.consentledger.log.tree.Verification;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Goes through one slice, in the order of its lines. Its memory does not grow with it. */
final class SliceAudit {

    private final SliceHead head;
    private final SliceFit fit;
    private final SliceGaps gaps;
    private final @Nullable Checkpoint checkpoint;
    private final Consumer<String> findings;
    private long events;
    private long first;
    private long last;

    /**
     * Begins.
     *
     * @param gaps those of the slice that this one goes on with, if it does
     * @param checkpoint that of the head; null if nobody who is trusted signed it, and then no event is proved
     */
    SliceAudit(
            SliceHead head, SliceFit fit, SliceGaps gaps, @Nullable Checkpoint checkpoint, Consumer<String> findings) {
        this.head = head;
        this.fit = fit;
        this.gaps = gaps;
        this.checkpoint = checkpoint;
        this.findings = findings;
        this.last = fit.after();
    }

    /** @param place of the line in its file, for people */
    void add(SliceLine line, String place) {
        var entry = line.entry();
        var position = entry.position();
        if (events > 0 && position <= last) {
            findings.accept(place + ": position " + position + " is out of order: it stands after position " + last);
        }
        gaps.event(entry).ifPresent(gap -> findings.accept(place + ": " + gap));
        if (!fit.fits(entry)) {
            findings.accept(
                    place + ": the event at position " + position + " is not what the slice says it is a slice of");
        }
        if (checkpoint != null && !isProved(line, checkpoint)) {
            findings.accept(place + ": the event at position " + position
                    + " is not proved: it is not what was signed, or its proof was altered");
        }
        first = events == 0 ? position : first;
        last = Math.max(last, position);
        events++;
    }

    private static boolean isProved(SliceLine line, Checkpoint checkpoint) {
        List<Hash> proof;
        try {
            proof = line.proof().stream().map(Hash::ofBase64).toList();
        } catch (IllegalArgumentException e) {
            // a hash that is none proves nothing
            return false;
        }
        return Verification.includes(
                line.entry().leaf(), line.entry().position(), checkpoint.size(), proof, checkpoint.root());
    }

    /**
     * Holds what the ledger says of the whole against what was read.
     *
     * @param sha256 of all before the end
     */
    void end(SliceEnd end, String sha256, List<VerificationKey> keys) {
        var signed = JsonSignature.SLICE.open(end.jws(), keys, findings);
        if (signed.isEmpty() || checkpoint == null) {
            return;
        }
        var statement = end.slice();
        if (!isSame(signed.get().content(), statement)) {
            findings.accept("what it says of itself at its end is not what was signed");
            return;
        }
        if (!signed.get().key().name().equals(checkpoint.origin())) {
            findings.accept("who signed its end is another log than that of its checkpoint");
        }
        if (statement.events() != events) {
            findings.accept("the ledger gave out " + statement.events() + " events, and there are " + events);
        }
        gaps.end(statement.position()).ifPresent(findings);
        if (!statement.sha256().equals(sha256)) {
            findings.accept("it is not byte for byte what the ledger gave out");
        }
        if (!statement.equals(new SliceStatement(
                SliceHead.FORMAT,
                checkpoint.origin(),
                head.filter(),
                checkpoint.size(),
                checkpoint.root().base64(),
                Math.max(statement.position(), last),
                statement.events(),
                statement.sha256()))) {
            findings.accept("its end is that of another slice");
        }
    }

    private static boolean isSame(JsonNode signed, SliceStatement shown) {
        return signed.equals(StrictJson.tree(shown));
    }

    /** How many there were. */
    long events() {
        return events;
    }

    /** The position from which another slice goes on. */
    long last() {
        return last;
    }

    /** What was made sure of, if nothing was found. */
    String sentence(Checkpoint proved) {
        var which = events == 0
                ? "no events"
                : (events == 1 ? "1 event" : events + " events") + ", "
                        + new Positions(first, last).toString().replaceFirst(" to ", " \u2026 ");
        return "verified: " + which + (events == 1 ? ", stands" : ", stand") + " in the log " + proved.origin()
                + " of size " + proved.size() + " (root " + proved.root().base64() + ")";
    }
}
