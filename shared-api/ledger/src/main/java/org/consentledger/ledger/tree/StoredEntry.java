package org.consentledger.ledger.tree;

import org.consentledger.log.entry.Entry;
import org.consentledger.log.tree.Hash;

/**
 * An event, and the hash that the tree has for it.
 *
 * @param leaf the hash of {@code entry}, unless one of them was altered
 */
public record StoredEntry(Entry entry, Hash leaf) {}
