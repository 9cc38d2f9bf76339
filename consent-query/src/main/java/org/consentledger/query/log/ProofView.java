package org.consentledger.query.log;

import java.util.List;
import org.consentledger.log.tree.Hash;

/** Answers of the log. Hashes are in base64 (RFC 4648, section 4). */
sealed interface ProofView {

    /**
     * That an event stands in the log (RFC 9162, section 2.1.3).
     *
     * @param leaf hash of the event's leaf
     * @param proof from the leaf's sibling up
     */
    record Inclusion(long position, long size, String leaf, List<String> proof) implements ProofView {
        static Inclusion of(long position, long size, Hash leaf, List<Hash> proof) {
            return new Inclusion(position, size, leaf.base64(), base64(proof));
        }
    }

    /** That the log only grew (RFC 9162, section 2.1.4). */
    record Consistency(long from, long to, List<String> proof) implements ProofView {
        static Consistency of(long from, long to, List<Hash> proof) {
            return new Consistency(from, to, base64(proof));
        }
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }
}
