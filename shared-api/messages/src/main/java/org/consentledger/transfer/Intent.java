package org.consentledger.transfer;

/** Why a transfer is brought to the ledger. */
public enum Intent {
    /** Ask before it happens; a refusal must stop it. */
    AUTHORISE,
    /** It has happened; say so. */
    REPORT
}
