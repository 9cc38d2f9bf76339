package org.consentledger.query.share;

/** Something that one node at a time does, and every node could. */
public interface Work {

    /** The same on every node. */
    String name();

    /** Whether this node does not get on with it, and another might, such as one of a newer release. */
    boolean isStuck();

    /** This node is not to do it any more; may be called when it does not. Returns at once. */
    void giveUp();
}
