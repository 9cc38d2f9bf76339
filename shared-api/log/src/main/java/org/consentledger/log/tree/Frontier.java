package org.consentledger.log.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a tree is needed to go on: the roots of its complete subtrees, one for each bit of its size, the largest first.
 * Leaves are appended at the right; what lies to the left is not needed any more. Not for several threads.
 */
public final class Frontier {

    private final List<Hash> subtrees;
    private long size;

    /** Of the tree that holds nothing. */
    public Frontier() {
        this(0, List.of());
    }

    /**
     * As it was left.
     *
     * @throws IllegalArgumentException if there is not one hash for each bit of the size
     */
    public Frontier(long size, List<Hash> subtrees) {
        if (size < 0 || Long.bitCount(size) != subtrees.size()) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has " + Long.bitCount(size) + " subtrees, not " + subtrees.size());
        }
        this.size = size;
        this.subtrees = new ArrayList<>(subtrees);
    }

    public void append(Hash leaf) {
        var node = leaf;
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            node = Hash.ofNode(subtrees.removeLast(), node);
        }
        subtrees.add(node);
        size++;
    }

    /** Leaves so far. */
    public long size() {
        return size;
    }

    public List<Hash> subtrees() {
        return List.copyOf(subtrees);
    }

    /** MTH of RFC 6962, section 2.1. */
    public Hash root() {
        return fold(subtrees);
    }

    /** Of the roots of complete subtrees that stand side by side, each larger than the next one. */
    static Hash fold(List<Hash> subtrees) {
        if (subtrees.isEmpty()) {
            return Hash.EMPTY;
        }
        var root = subtrees.getLast();
        for (var left : subtrees.reversed().subList(1, subtrees.size())) {
            root = Hash.ofNode(left, root);
        }
        return root;
    }
}
