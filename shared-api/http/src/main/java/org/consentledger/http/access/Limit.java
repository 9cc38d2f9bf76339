package org.consentledger.http.access;

/** What a token may be limited to, besides its scopes. */
public enum Limit {
    /** Some purposes: it neither says nor learns anything about others. */
    PURPOSES("ledger_purposes"),
    /** Some recipients: nothing goes to others, and nothing is said of what others got. */
    RECIPIENTS("ledger_recipients"),
    /** One source system: the evidence it brings was collected by that system. */
    SOURCE("ledger_source"),
    /** A recipient's own token: it sees what that recipient got, and nothing else. */
    OWN_RECIPIENT("ledger_recipient");

    private final String claim;

    Limit(String claim) {
        this.claim = claim;
    }

    /** The token's claim that sets it: an array of strings, or one string. */
    public String claim() {
        return claim;
    }
}
