package org.consentledger.query.projection;

import org.jspecify.annotations.Nullable;

/**
 * How a projection stands to the ledger.
 *
 * @param position of the last event in its tables; -1 when there is none
 * @param head of the ledger
 * @param lagEvents positions between the two; a little more than events, as a failed append may leave a gap
 * @param state REBUILDING while a rebuild runs here, FAILING while the projection does not advance, else RUNNING
 * @param failure the kind of failure; null unless FAILING
 * @param failurePosition of the event that cannot be read, or of the first in the batch that cannot be projected; null
 *     unless it is one event's fault
 * @param node that keeps it up to date, as it was seen last; null while none does
 * @param here whether that is this node
 * @param rebuild the last rebuild started here; null if there was none
 */
record ProjectionState(
        String name,
        long position,
        long head,
        long lagEvents,
        State state,
        @Nullable String failure,
        @Nullable Long failurePosition,
        @Nullable String node,
        boolean here,
        @Nullable RebuildProgress rebuild) {

    enum State {
        RUNNING,
        REBUILDING,
        FAILING
    }
}
