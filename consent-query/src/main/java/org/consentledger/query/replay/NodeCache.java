package org.consentledger.query.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.consentledger.log.tree.Hash;
import org.consentledger.log.tree.Node;
import org.consentledger.log.tree.Nodes;

/** Keeps the hashes read last: proofs of events near each other share most of theirs. Not for several threads. */
final class NodeCache implements Nodes {

    private static final int NODES_MAX = 10_000;

    private final Nodes tree;
    private final Map<Node, Hash> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Node, Hash> eldest) {
            return size() > NODES_MAX;
        }
    };

    NodeCache(Nodes tree) {
        this.tree = tree;
    }

    @Override
    public Map<Node, Hash> read(Set<Node> wanted) {
        var found = new HashMap<Node, Hash>();
        var missing = new HashSet<Node>();
        for (var node : wanted) {
            var hash = kept.get(node);
            if (hash == null) {
                missing.add(node);
            } else {
                found.put(node, hash);
            }
        }
        if (!missing.isEmpty()) {
            var read = tree.read(missing);
            kept.putAll(read);
            found.putAll(read);
        }
        return found;
    }
}
