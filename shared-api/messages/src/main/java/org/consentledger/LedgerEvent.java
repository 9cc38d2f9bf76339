package org.consentledger;

/** Something that happened and was recorded. Immutable; named in the past tense; never changed once stored. */
public interface LedgerEvent {

    /**
     * What this event is about. Of several events of one stream about the same thing the latest says how it stands; an
     * event about which nothing can be said anew is about itself.
     *
     * @return a value with equality
     */
    default Object about() {
        return this;
    }

    /**
     * What this event says. When the latest event about a thing says the same, saying it again adds nothing and need not
     * be recorded.
     */
    default LedgerEvent fact() {
        return this;
    }

    /** What stays of this event when the person it is about is erased. */
    default LedgerEvent withoutPersonalData() {
        return this;
    }
}
