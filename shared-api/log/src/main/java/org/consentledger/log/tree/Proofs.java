package org.consentledger.log.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;

/** Makes proofs about a tree (RFC 9162, sections 2.1.3.1 and 2.1.4.1; RFC 6962 has the same). */
public final class Proofs {

    private final Nodes nodes;

    public Proofs(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Leaves of a subtree that stand side by side. */
    private record Range(long begin, long end) {}

    /** What the tree went on from when it had that many leaves. */
    public Frontier frontier(long size) {
        var subtrees = Node.covering(0, size);
        var found = nodes.read(new LinkedHashSet<>(subtrees));
        return new Frontier(size, subtrees.stream().map(found::get).toList());
    }

    /** The root that the tree had when it had that many leaves. */
    public Hash root(long size) {
        return size == 0 ? Hash.EMPTY : hashed(List.of(new Range(0, size))).getFirst();
    }

    /**
     * Proves that a leaf stands in the tree.
     *
     * @throws IllegalArgumentException if there is no such leaf in a tree of that size
     */
    public List<Hash> inclusion(long position, long size) {
        return inclusions(List.of(position), size).getFirst();
    }

    /**
     * Proves of many leaves that they stand in the tree, in their order. Reads once, however many they are.
     *
     * @throws IllegalArgumentException if there is no such leaf in a tree of that size
     */
    public List<List<Hash>> inclusions(List<Long> positions, long size) {
        positions.forEach(position -> requireLeaf(position, size));
        return hashes(positions.stream()
                .map(position -> path(position, new Range(0, size)))
                .toList());
    }

    private static void requireLeaf(long position, long size) {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has none at " + position);
        }
    }

    /**
     * Proves that a tree only grew.
     *
     * @throws IllegalArgumentException if it did not grow, or grew from nothing: there is nothing to prove
     */
    public List<Hash> consistency(long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("no tree grows from " + from + " to " + to + " leaves");
        }
        return hashed(growth(from, new Range(0, to)));
    }

    /** From the leaf's sibling to the root's child. */
    private static List<Range> path(long position, Range tree) {
        var siblings = new ArrayList<Range>();
        for (var at = tree; at.end() - at.begin() > 1; ) {
            var middle = at.begin() + split(at.end() - at.begin());
            var left = new Range(at.begin(), middle);
            var right = new Range(middle, at.end());
            siblings.addFirst(position < middle ? right : left);
            at = position < middle ? left : right;
        }
        return siblings;
    }

    /** SUBPROOF of the RFC, without its recursion. */
    private static List<Range> growth(long from, Range tree) {
        var proof = new ArrayList<Range>();
        var at = tree;
        while (at.end() != from) {
            var middle = at.begin() + split(at.end() - at.begin());
            var left = new Range(at.begin(), middle);
            var right = new Range(middle, at.end());
            proof.addFirst(from <= middle ? right : left);
            at = from <= middle ? left : right;
        }
        if (at.begin() > 0) {
            // who checks knows the old root, and needs this only if it is not the old root itself
            proof.addFirst(at);
        }
        return proof;
    }

    private List<Hash> hashed(List<Range> ranges) {
        return hashes(List.of(ranges)).getFirst();
    }

    private List<List<Hash>> hashes(List<List<Range>> proofs) {
        var ranges = proofs.stream().flatMap(List::stream).distinct().toList();
        var wanted = new LinkedHashSet<Node>();
        ranges.forEach(range -> wanted.addAll(Node.covering(range.begin(), range.end())));
        var found = nodes.read(wanted);
        var folded = new HashMap<Range, Hash>();
        ranges.forEach(range -> folded.put(
                range,
                Frontier.fold(Node.covering(range.begin(), range.end()).stream()
                        .map(found::get)
                        .toList())));
        return proofs.stream()
                .map(proof -> proof.stream().map(folded::get).toList())
                .toList();
    }

    /** The largest power of two smaller than a number above 1. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
