package org.consentledger.verifier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The first line of an export. What a later ledger says besides is passed over.
 *
 * @param from position of the first event that follows
 * @param treeSize leaves of the ledger's tree
 * @param checkpoint a signed note
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ExportHead(String format, long from, long treeSize, String checkpoint) {

    static final String FORMAT = "consent-ledger/export/v1";
}
