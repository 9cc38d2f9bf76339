package org.consentledger.query.receipt;

import io.swagger.v3.oas.annotations.media.Schema;
import org.consentledger.log.entry.Entry;
import org.consentledger.log.tree.InclusionProof;
import tools.jackson.databind.JsonNode;

/**
 * A receipt with its proof, to be kept as it is.
 *
 * @param jws the signed receipt in compact form (RFC 7515)
 * @param receipt the payload of the JWS, for reading; only what the JWS holds is signed
 * @param entry what the event's leaf of the log commits to, as in an export
 * @param inclusion that the leaf stands in the tree of the checkpoint
 * @param checkpoint size and root of the log, a signed note
 */
record ReceiptView(
        String eventId,
        long position,
        String jws,

        @Schema(implementation = Object.class, types = "object")
        JsonNode receipt,

        Entry entry,
        InclusionProof inclusion,
        String checkpoint) {

    static ReceiptView of(Receipt receipt) {
        var proven = receipt.proven();
        return new ReceiptView(
                proven.entry().eventId(),
                proven.entry().position(),
                receipt.jws(),
                receipt.content(),
                proven.entry(),
                proven.inclusion(),
                proven.checkpoint());
    }
}
