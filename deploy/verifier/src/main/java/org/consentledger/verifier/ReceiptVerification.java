package org.consentledger.verifier;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.VerificationKey;

/** What {@code receipt} does with its files. */
record ReceiptVerification(List<InputFile> files, List<VerificationKey> keys) {

    /**
     * Whether nothing was found in any of them; prints one line for each.
     *
     * @throws UnusableInputException if a file cannot be read or is no receipt
     */
    boolean run(PrintWriter out) {
        var isVerified = true;
        for (var file : files) {
            var findings = new ArrayList<String>();
            var result = verified(ReceiptFile.read(file), findings);
            out.println(file + ": " + (findings.isEmpty() ? result : "not verified: " + String.join("; ", findings)));
            out.flush();
            isVerified &= findings.isEmpty();
        }
        return isVerified;
    }

    private String verified(ReceiptFile file, List<String> findings) {
        var signed = JsonSignature.RECEIPT.open(file.jws(), keys, findings::add);
        if (signed.isEmpty()) {
            return "";
        }
        var content = signed.get().content();
        if (!content.equals(file.receipt())) {
            findings.add("the receipt that it shows is not the one that was signed");
        }
        var checkpoint = new ReceiptProof(keys, findings::add)
                .check(file, signed.get().key().name());
        new ReceiptStatement(content, findings::add).compare(file);
        return checkpoint == null ? "" : sentence(file, checkpoint);
    }

    private static String sentence(ReceiptFile file, Checkpoint checkpoint) {
        var entry = file.entry();
        return "verified: " + entry.eventType() + " at position " + entry.position() + ", recorded "
                + entry.recordedAt() + ", stands in the log " + checkpoint.origin() + " of size " + checkpoint.size()
                + " (root " + checkpoint.root().base64() + ")";
    }
}
