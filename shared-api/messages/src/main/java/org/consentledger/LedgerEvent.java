package org.consentledger;

/** Something that happened and was recorded. Immutable; named in the past tense; never changed once stored. */
public interface LedgerEvent {

    /**
     * The part of this event that makes it the fact it is. Two events of one stream with equal facts say the same thing,
     * so the second need not be recorded.
     */
    default LedgerEvent fact() {
        return this;
    }
}
