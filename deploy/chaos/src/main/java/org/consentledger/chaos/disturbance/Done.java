package org.consentledger.chaos.disturbance;

import java.util.Set;
import org.consentledger.chaos.ground.Node;

/**
 * What a disturbance did.
 *
 * @param restarted nodes that it killed and started again; all others have to go on as they are
 */
record Done(String what, Set<Node> restarted) {

    Done {
        restarted = Set.copyOf(restarted);
    }

    static Done to(Node killed, String what) {
        return new Done(what, Set.of(killed));
    }

    /** Nobody was killed but perhaps PostgreSQL. */
    static Done around(String what) {
        return new Done(what, Set.of());
    }
}
