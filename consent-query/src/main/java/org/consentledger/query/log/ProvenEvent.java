package org.consentledger.query.log;

import org.consentledger.log.entry.Entry;
import org.consentledger.log.tree.InclusionProof;

/**
 * An event with everything that shows to a third party that the log holds it.
 *
 * @param entry what its leaf commits to
 * @param inclusion from its leaf to the checkpoint's root
 * @param checkpoint a signed note
 */
public record ProvenEvent(Entry entry, InclusionProof inclusion, String checkpoint) {}
