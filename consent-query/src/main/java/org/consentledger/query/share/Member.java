package org.consentledger.query.share;

import java.util.Set;

/**
 * A node that is alive.
 *
 * @param node its name, which no other node has or had
 * @param knows work that its release can do
 * @param stuck work of these that it does not get on with
 */
record Member(String node, Set<String> knows, Set<String> stuck) {

    Member {
        knows = Set.copyOf(knows);
        stuck = Set.copyOf(stuck);
    }

    boolean knows(String work) {
        return knows.contains(work);
    }

    boolean isAbleTo(String work) {
        return knows.contains(work) && !stuck.contains(work);
    }
}
