package org.consentledger.verifier;

import java.nio.charset.StandardCharsets;
import org.consentledger.log.entry.Entry;
import org.consentledger.log.tree.Hash;

/**
 * An event whose leaf is not the one that the ledger has for it. Its payload is not kept: the leaf has its digest.
 *
 * @param leaf what it would commit to here
 */
record AlteredEvent(long position, String leaf, Hash recorded) {

    static AlteredEvent of(Entry entry, byte[] leaf, Hash recorded) {
        return new AlteredEvent(entry.position(), new String(leaf, StandardCharsets.UTF_8), recorded);
    }

    Hash computed() {
        return Hash.ofLeaf(leaf.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether this is what was recorded at the other's position; it may have come alone or have brought its leaf. */
    boolean belongsAt(AlteredEvent other) {
        var there = at(other.position);
        return there.equals(other.recorded) || there.equals(recorded);
    }

    /** The position is the second line of a leaf's bytes. */
    private Hash at(long elsewhere) {
        var begin = leaf.indexOf('\n') + 1;
        var end = leaf.indexOf('\n', begin);
        return Hash.ofLeaf(
                (leaf.substring(0, begin) + elsewhere + leaf.substring(end)).getBytes(StandardCharsets.UTF_8));
    }
}
