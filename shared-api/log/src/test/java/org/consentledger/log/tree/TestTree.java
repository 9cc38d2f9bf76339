package org.consentledger.log.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tree in memory, by the recursive definition of RFC 6962, section 2.1: slow, and plainly right. */
public final class TestTree implements Nodes {

    private final List<Hash> leaves;

    public TestTree(List<Hash> leaves) {
        this.leaves = List.copyOf(leaves);
    }

    Hash root(long size) {
        return mth(leaves.subList(0, Math.toIntExact(size)));
    }

    private static Hash mth(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var k = Integer.highestOneBit(leaves.size() - 1);
        return Hash.ofNode(mth(leaves.subList(0, k)), mth(leaves.subList(k, leaves.size())));
    }

    @Override
    public Map<Node, Hash> read(Set<Node> wanted) {
        var found = new HashMap<Node, Hash>();
        for (var node : wanted) {
            var begin = Math.toIntExact(node.index() << node.level());
            found.put(node, mth(leaves.subList(begin, begin + (1 << node.level()))));
        }
        return found;
    }
}
