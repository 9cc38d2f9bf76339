package org.consentledger.verifier;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.export.SliceGaps;
import org.consentledger.log.export.SliceHead;
import org.consentledger.log.note.UntrustedNoteException;
import org.consentledger.log.note.VerificationKey;
import org.jspecify.annotations.Nullable;

/** What {@code slice} does with its files. */
final class SliceVerification {

    private static final String WHOLE_LEDGER = " Verify an export of the whole ledger to find what is missing";

    private final List<InputFile> files;
    private final List<VerificationKey> keys;
    private final PrintWriter out;
    private final PrintWriter progress;
    private boolean isVerified = true;
    private final Set<SliceGaps.Shown> shown = EnumSet.noneOf(SliceGaps.Shown.class);
    private @Nullable BrokenOff brokenOff;

    /** A slice without an end, which the next file may go on with. */
    private record BrokenOff(InputFile file, Map<String, String> filter, SliceGaps gaps, long last) {

        boolean goesOnIn(SliceHead next) {
            var expected = new TreeMap<>(filter);
            expected.put("after", Long.toString(last));
            return expected.equals(next.filter());
        }
    }

    SliceVerification(List<InputFile> files, List<VerificationKey> keys, PrintWriter out, PrintWriter progress) {
        this.files = List.copyOf(files);
        this.keys = List.copyOf(keys);
        this.out = out;
        this.progress = progress;
    }

    /**
     * Whether nothing was found in any of them.
     *
     * @throws UnusableInputException if a file cannot be read or is no slice
     */
    boolean run() {
        for (var file : files) {
            try (var slice = SliceFile.open(file)) {
                verify(file, slice);
            } catch (IOException e) {
                throw file.unreadable(e);
            }
        }
        requireEnd();
        sayWhatIsTheLedgersWord();
        return isVerified;
    }

    /** Of a slice of everything, nothing: each position is there, up to the one that was signed. */
    private void sayWhatIsTheLedgersWord() {
        if (shown.contains(SliceGaps.Shown.BETWEEN)) {
            say(
                    "note: that a slice by subject or time begins and ends where it should is the ledger's word, as far as it signed the"
                            + " end; between, a missing event would show." + WHOLE_LEDGER);
        }
        if (shown.contains(SliceGaps.Shown.NONE)) {
            say(
                    "note: that nothing was left out of a selection is the ledger's word, as far as it signed the end; no proof can show"
                            + " it." + WHOLE_LEDGER);
        }
    }

    private void verify(InputFile file, SliceFile slice) throws IOException {
        var head = slice.head();
        var fit = fit(file, head);
        var gaps = SliceGaps.of(head.filter());
        if (brokenOff != null && brokenOff.goesOnIn(head)) {
            say(file + " goes on where " + brokenOff.file() + " broke off");
            gaps = brokenOff.gaps();
            brokenOff = null;
        }
        requireEnd();
        shown.add(gaps.shown());
        var before = isVerified;
        isVerified = true;
        var checkpoint = checkpoint(file, head);
        var audit = new SliceAudit(head, fit, gaps, checkpoint, finding -> found(file, finding));
        var counted = new Progress(progress, Files.size(file.path()));
        for (var line = slice.next(); line != null; line = slice.next()) {
            audit.add(line, slice.place());
            counted.event(slice.bytes());
        }
        var end = slice.end();
        if (end == null) {
            brokenOff = new BrokenOff(file, head.filter(), gaps, audit.last());
        } else {
            audit.end(end, slice.sha256(), keys);
        }
        if (isVerified && checkpoint != null) {
            say(file + ": " + audit.sentence(checkpoint));
            if (end != null) {
                say(file + ": the ledger states, signed, that these are all up to position "
                        + end.slice().position() + " with " + words(head.filter()));
            }
        }
        isVerified &= before;
    }

    private static String words(Map<String, String> filter) {
        return filter.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(", "));
    }

    private @Nullable Checkpoint checkpoint(InputFile file, SliceHead head) {
        try {
            return Checkpoint.open(head.checkpoint(), keys);
        } catch (UntrustedNoteException e) {
            found(file, "its checkpoint is not to be trusted: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            found(file, "its checkpoint is none");
        }
        return null;
    }

    private static SliceFit fit(InputFile file, SliceHead head) {
        try {
            return new SliceFit(head.filter());
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void requireEnd() {
        if (brokenOff != null) {
            found(
                    brokenOff.file(),
                    "it broke off after position " + brokenOff.last() + ": export what follows with after="
                            + brokenOff.last() + ", and give both files in this order");
            brokenOff = null;
        }
    }

    private void found(InputFile file, String finding) {
        isVerified = false;
        say(file + ": not verified: " + finding);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
