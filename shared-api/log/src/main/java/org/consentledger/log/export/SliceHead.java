package org.consentledger.log.export;

import java.util.SortedMap;

/**
 * The first line of a slice, which is a part of the ledger of which each event is proved by itself.
 *
 * @param filter what was asked for, by the names of the export's parameters; a person by the pseudonym alone
 * @param checkpoint a signed note; all proofs lead to its root
 */
public record SliceHead(String format, SortedMap<String, String> filter, String checkpoint) {

    /** The {@link #format()} of this version. */
    public static final String FORMAT = "consent-ledger/slice/v1";
}
