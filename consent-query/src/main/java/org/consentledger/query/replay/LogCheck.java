package org.consentledger.query.replay;

import java.util.List;
import org.consentledger.ledger.tree.StoredEntry;

/** Holds the events that a replay reads against what was signed of them, as they are read. */
interface LogCheck {

    void page(List<StoredEntry> page);

    /** An event was passed over. */
    void unreadable(long position);

    /** To be asked when all are read; waits a little for a checkpoint, holding no connection. */
    ReplayVerification verification();
}
