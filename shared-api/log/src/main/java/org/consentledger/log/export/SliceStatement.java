package org.consentledger.log.export;

import java.util.SortedMap;

/**
 * What the ledger says of a slice that it gave out whole. Proofs cannot show that a selection leaves nothing out; this is the
 * ledger's word for it, which it signs and cannot take back.
 *
 * @param format that of the slice
 * @param origin names the log
 * @param filter that of the slice
 * @param size of the log that the proofs are for
 * @param root of that log, in base64
 * @param position how far the ledger was read: up to here the filter lets nothing else through
 * @param events how many there are
 * @param sha256 of all bytes before this line, in hexadecimal
 */
public record SliceStatement(
        String format,
        String origin,
        SortedMap<String, String> filter,
        long size,
        String root,
        long position,
        long events,
        String sha256) {

    /** The {@code typ} of a JWS that has one as its payload. */
    public static final String JWS_TYPE = "consent-ledger-slice+jws";
}
