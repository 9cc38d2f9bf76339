package org.consentledger.transfer;

/**
 * What a transfer decision rested on besides the subject's own facts, so that it can be repeated.
 *
 * @param cataloguePosition ledger position of the last notice or recipient event that was known
 * @param legalRegister digest of the legal register
 */
public record DecidedOn(long cataloguePosition, String legalRegister) {

    /** Stands in the fact of a transfer: the same verdict on newer grounds of no consequence is not another fact. */
    static final DecidedOn ANYTHING = new DecidedOn(-1, "");
}
