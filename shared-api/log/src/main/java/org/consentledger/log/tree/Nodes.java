package org.consentledger.log.tree;

import java.util.Map;
import java.util.Set;

/** Where the hashes of a tree are kept. */
@FunctionalInterface
public interface Nodes {

    /**
     * The hashes of complete subtrees, all at once.
     *
     * @param wanted of a tree that is at least as large as needed to complete them
     */
    Map<Node, Hash> read(Set<Node> wanted);
}
