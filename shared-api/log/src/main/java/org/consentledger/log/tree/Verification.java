package org.consentledger.log.tree;

import java.util.List;

/** Checks proofs (RFC 9162, sections 2.1.3.2 and 2.1.4.2). Knows nothing of how they are made. */
public final class Verification {

    private Verification() {}

    /** Whether the proof shows that a leaf stands at a position of the tree with this root. */
    public static boolean includes(Hash leaf, long position, long size, List<Hash> proof, Hash root) {
        if (position < 0 || position >= size) {
            return false;
        }
        var node = leaf;
        var at = position;
        var last = size - 1;
        for (var sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                node = Hash.ofNode(sibling, node);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                node = Hash.ofNode(node, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && node.equals(root);
    }

    /** Whether the proof shows that the tree with the one root only grew to the tree with the other. */
    public static boolean grew(long from, Hash rootFrom, long to, Hash rootTo, List<Hash> proof) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty() && rootFrom.equals(rootTo);
        }
        if (from == 0) {
            return proof.isEmpty() && rootFrom.equals(Hash.EMPTY);
        }
        return !proof.isEmpty() && bothRoots(from, rootFrom, to, rootTo, proof);
    }

    private static boolean bothRoots(long from, Hash rootFrom, long to, Hash rootTo, List<Hash> proof) {
        var isWhole = Long.bitCount(from) == 1;
        var first = isWhole ? rootFrom : proof.getFirst();
        var rest = isWhole ? proof : proof.subList(1, proof.size());
        var at = from - 1;
        var last = to - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        var older = first;
        var newer = first;
        for (var node : rest) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                older = Hash.ofNode(node, older);
                newer = Hash.ofNode(node, newer);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                newer = Hash.ofNode(newer, node);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && older.equals(rootFrom) && newer.equals(rootTo);
    }
}
