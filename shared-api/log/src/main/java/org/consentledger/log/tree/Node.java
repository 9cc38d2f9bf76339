package org.consentledger.log.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The root of a complete subtree.
 *
 * @param level 0 for a leaf; the subtree has 2^level leaves
 * @param index how many subtrees of that size stand to its left
 */
public record Node(int level, long index) {

    /** The subtree of one leaf. */
    public static Node leaf(long position) {
        return new Node(0, position);
    }

    /** The complete subtrees that make up a range of leaves, from left to right. */
    static List<Node> covering(long begin, long end) {
        var nodes = new ArrayList<Node>();
        for (var at = begin; at < end; ) {
            var fitsAlignment = at == 0 ? Long.SIZE - 2 : Long.numberOfTrailingZeros(at);
            var fitsRange = Long.SIZE - 1 - Long.numberOfLeadingZeros(end - at);
            var level = Math.min(fitsAlignment, fitsRange);
            nodes.add(new Node(level, at >> level));
            at += 1L << level;
        }
        return nodes;
    }
}
