package org.consentledger.verifier;

import org.consentledger.log.entry.Entry;
import org.consentledger.log.tree.Hash;

/**
 * An event of an export.
 *
 * @param leaf the hash that the ledger has for it
 */
record ExportedEvent(Entry entry, Hash leaf) {}
