package org.consentledger.query.log;

import java.util.List;
import org.consentledger.log.tree.Hash;

/** That the log only grew (RFC 9162, section 2.1.4). Hashes are in base64 (RFC 4648, section 4). */
record ConsistencyView(long from, long to, List<String> proof) {

    static ConsistencyView of(long from, long to, List<Hash> proof) {
        return new ConsistencyView(from, to, proof.stream().map(Hash::base64).toList());
    }
}
