package org.consentledger.verifier;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import org.consentledger.log.note.VerificationKey;

/** What {@code verify} does with its files. */
record ExportVerification(InputFile file, List<VerificationKey> keys, List<InputFile> checkpoints) {

    /**
     * Whether nothing was found.
     *
     * @throws UnusableInputException if a file cannot be read or is not what it should be
     */
    boolean run(Report report, PrintWriter progress) {
        try (var export = Export.open(file)) {
            var signed = new SignedCheckpoints(keys, report);
            signed.add(export.head().checkpoint(), "the head of " + file);
            checkpoints.forEach(checkpoint -> signed.add(checkpoint.text(), checkpoint.toString()));
            var audit = new Audit(export.head().treeSize(), signed.all(), report);
            read(export, audit, progress);
            return report.conclude(audit.end());
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private void read(Export export, Audit audit, PrintWriter out) throws IOException {
        var progress = new Progress(out, Files.size(file.path()));
        for (var event = export.next(); event != null; event = export.next()) {
            audit.add(event);
            progress.event(export.bytes());
        }
    }
}
