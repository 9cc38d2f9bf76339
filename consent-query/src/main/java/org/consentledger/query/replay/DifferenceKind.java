package org.consentledger.query.replay;

/** How a live projection's row differs from what events say. */
public enum DifferenceKind {
    /** An event explains it, and the live table lacks it. */
    MISSING,
    /** The live table has it, and no event explains it. */
    UNEXPLAINED,
    /** Both have it, and columns differ. */
    DIFFERENT
}
