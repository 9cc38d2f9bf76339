package org.consentledger.log.tree;

import java.util.List;

/**
 * That an event stands in the log (RFC 9162, section 2.1.3). Hashes are in base64 (RFC 4648, section 4).
 *
 * @param leaf hash of the event's leaf
 * @param proof from the leaf's sibling up
 */
public record InclusionProof(long position, long size, String leaf, List<String> proof) {

    public InclusionProof {
        proof = List.copyOf(proof);
    }

    public static InclusionProof of(long position, long size, Hash leaf, List<Hash> proof) {
        return new InclusionProof(
                position, size, leaf.base64(), proof.stream().map(Hash::base64).toList());
    }

    /**
     * Whether it proves that its leaf stands at its position of the tree with this root.
     *
     * @throws IllegalArgumentException if one of its hashes is none
     */
    public boolean leadsTo(Hash root) {
        return Verification.includes(
                Hash.ofBase64(leaf),
                position,
                size,
                proof.stream().map(Hash::ofBase64).toList(),
                root);
    }
}
