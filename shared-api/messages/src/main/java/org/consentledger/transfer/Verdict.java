package org.consentledger.transfer;

/** What the rules say of a transfer. */
public enum Verdict {
    PERMITTED,
    REFUSED
}
