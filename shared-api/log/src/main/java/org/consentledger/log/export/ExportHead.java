package org.consentledger.log.export;

/**
 * The first line of an export.
 *
 * @param from position of the first event that follows
 * @param treeSize leaves of the ledger's tree when the export began
 * @param checkpoint the newest one then, a signed note
 */
public record ExportHead(String format, long from, long treeSize, String checkpoint) {

    /** The {@link #format()} of this version. */
    public static final String FORMAT = "consent-ledger/export/v1";
}
