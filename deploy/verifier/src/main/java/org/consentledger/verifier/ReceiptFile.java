package org.consentledger.verifier;

import org.consentledger.log.entry.Entry;
import org.consentledger.log.tree.InclusionProof;
import tools.jackson.databind.JsonNode;

/**
 * A receipt as consent-query gave it. Of all this only the JWS and the checkpoint are signed.
 *
 * @param receipt what the JWS should hold
 * @param checkpoint a signed note
 */
record ReceiptFile(
        String eventId,
        long position,
        String jws,
        JsonNode receipt,
        Entry entry,
        InclusionProof inclusion,
        String checkpoint) {

    /** It has its event three times; an event has some kilobytes, and 64 at the most unless an operator allowed more. */
    private static final int BYTES_MAX = 8 << 20;

    private static final String WHAT = "a receipt";

    /** @throws UnusableInputException if it is no receipt, or not all of one */
    static ReceiptFile read(InputFile file) {
        try {
            var read = StrictJson.read(file.text(BYTES_MAX, WHAT), ReceiptFile.class, WHAT);
            var fault = EventForm.fault(read.entry());
            if (fault != null) {
                throw new UnusableInputException(file + " cannot be used: " + fault);
            }
            return read;
        } catch (StrictJson.UnreadableException e) {
            throw new UnusableInputException(file + " cannot be used: " + e.getMessage(), e);
        }
    }
}
