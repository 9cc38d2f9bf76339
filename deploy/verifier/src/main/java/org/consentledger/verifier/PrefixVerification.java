package org.consentledger.verifier;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import org.consentledger.log.note.VerificationKey;
import org.jspecify.annotations.Nullable;

/**
 * What {@code prefix} does with its files: whether a restored ledger is the beginning of the one that was published. What the
 * restored one signed itself counts for nothing; what counts are checkpoints from before the loss.
 *
 * @param published an export from before the loss; null if nobody has one
 */
record PrefixVerification(
        InputFile restored, @Nullable InputFile published, List<VerificationKey> keys, List<InputFile> checkpoints) {

    /**
     * Whether nothing was found.
     *
     * @throws UnusableInputException if a file cannot be read or is not what it should be
     */
    boolean run(Report report, PrintWriter progress) {
        return published == null ? byCheckpoints(report, progress) : byExport(published, report, progress);
    }

    /** A checkpoint shows all that it covers, if it ends with the restored ledger or before. */
    private boolean byCheckpoints(Report report, PrintWriter out) {
        try (var export = Export.open(restored)) {
            var size = export.head().treeSize();
            var signed = signed(report).all();
            var audit = new Audit(size, reached(signed, size), report);
            var progress = new Progress(out, Files.size(restored.path()));
            for (var event = export.next(); event != null; event = export.next()) {
                audit.add(event);
                progress.event(export.bytes());
            }
            new Comparison(report).end(size, largest(reached(signed, size)));
            return report.concludePrefix(size, largest(signed), audit.end());
        } catch (IOException e) {
            throw restored.unreadable(e);
        }
    }

    /** What was published is held against its checkpoints, and the restored ledger against it: both at once, to keep neither. */
    private boolean byExport(InputFile other, Report report, PrintWriter out) {
        try (var export = Export.open(restored);
                var whole = Export.open(other)) {
            var size = export.head().treeSize();
            var collected = signed(report);
            collected.add(whole.head().checkpoint(), "the head of " + other);
            var signed = collected.all();
            var audit = new Audit(size, reached(signed, size), report);
            var published = whole.head().treeSize();
            // one that was signed after the export was taken says nothing of it
            var auditOfWhole = new Audit(published, reached(signed, published), report);
            var comparison = new Comparison(report);
            var progress = new Progress(out, Files.size(other.path()));
            var event = export.next();
            for (var told = whole.next(); told != null; told = whole.next()) {
                auditOfWhole.add(told);
                if (event != null) {
                    audit.add(event);
                    comparison.add(event, told);
                    event = export.next();
                }
                progress.event(whole.bytes());
            }
            for (; event != null; event = export.next()) {
                audit.add(event);
            }
            auditOfWhole.end();
            comparison.end(size, largest(reached(signed, Math.max(size, published))));
            return report.concludePrefix(size, largest(signed), audit.end());
        } catch (IOException e) {
            throw restored.unreadable(e);
        }
    }

    private SignedCheckpoints signed(Report report) {
        var signed = new SignedCheckpoints(keys, report);
        checkpoints.forEach(checkpoint -> signed.add(checkpoint.text(), checkpoint.toString()));
        return signed;
    }

    private static List<SignedCheckpoint> reached(List<SignedCheckpoint> signed, long size) {
        return signed.stream().filter(checkpoint -> checkpoint.size() <= size).toList();
    }

    private static long largest(List<SignedCheckpoint> signed) {
        return signed.stream().mapToLong(SignedCheckpoint::size).max().orElse(0);
    }
}
