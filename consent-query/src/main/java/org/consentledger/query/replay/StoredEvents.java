package org.consentledger.query.replay;

import java.util.List;
import org.consentledger.ledger.tree.StoredEntry;

/** The events of a replay, one page after the other, in order of position. */
@FunctionalInterface
interface StoredEvents {

    /** The next ones, exactly as they are stored; empty when there are no more. */
    List<StoredEntry> next(int limit);
}
