package org.consentledger.log.export;

import java.util.List;
import org.consentledger.log.entry.Entry;

/**
 * An event of a slice.
 *
 * @param entry what the leaf commits to
 * @param proof from the leaf's sibling up (RFC 9162, section 2.1.3), each hash in base64
 */
public record SliceLine(Entry entry, List<String> proof) {

    public SliceLine {
        proof = List.copyOf(proof);
    }
}
