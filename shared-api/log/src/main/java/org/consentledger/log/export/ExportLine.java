package org.consentledger.log.export;

import org.consentledger.log.entry.Entry;

/**
 * Each other line of an export.
 *
 * @param entry what the leaf commits to
 * @param leaf the hash that the ledger's tree has for it, in base64
 */
public record ExportLine(Entry entry, String leaf) {}
