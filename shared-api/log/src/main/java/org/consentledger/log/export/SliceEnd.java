package org.consentledger.log.export;

/**
 * The last line of a slice; without it, the slice broke off.
 *
 * @param slice what the ledger says of it
 * @param jws the same, signed (RFC 7515, compact form)
 */
public record SliceEnd(SliceStatement slice, String jws) {}
