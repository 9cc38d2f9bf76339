package org.consentledger.query.replay;

import java.util.List;
import org.consentledger.timeline.ConsentState;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.Verdict;

/**
 * The state that follows from the events that were read, in numbers. Subjects who were erased by then are counted once, and
 * nowhere else.
 *
 * @param consents by purpose and state, in that order; states nobody is in are left out
 * @param objections that stand, by purpose
 * @param transfers by intent and verdict
 * @param erasedSubjects of those who ever said anything
 * @param noticeVersions published by then, whatever the replay is of
 * @param recipients registered by then, whatever the replay is of
 */
public record ReplayedState(
        List<ReplayedConsents> consents,
        List<ReplayedObjections> objections,
        List<ReplayedTransfers> transfers,
        long erasedSubjects,
        long noticeVersions,
        long recipients) {

    public ReplayedState {
        consents = List.copyOf(consents);
        objections = List.copyOf(objections);
        transfers = List.copyOf(transfers);
    }

    /** How many subjects stand so to a purpose. */
    public record ReplayedConsents(String purpose, ConsentState state, long subjects) {}

    /** How many subjects object to a purpose. */
    public record ReplayedObjections(String purpose, long subjects) {}

    /** How many transfers were so asked for, and so decided. */
    public record ReplayedTransfers(Intent intent, Verdict verdict, long transfers) {}
}
