package org.consentledger.command.desk;

import java.util.List;
import java.util.UUID;
import org.consentledger.erasure.ErasureRequested;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.transfer.TransferDecision;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command that was accepted.
 *
 * @param position of the last event it recorded, or of the last fact it repeats
 * @param events what it recorded; empty if it repeats known facts
 * @param replayed whether this is the first answer to an idempotency key given again
 * @param waiting the erasure that has to wait for the end of a legal hold; null for every other command
 * @param decision the verdict on a transfer; null for every other command
 */
public record Answer(
        UUID commandId,
        long position,
        List<RecordedEvent> events,
        boolean replayed,
        @Nullable ErasureRequested waiting,
        @Nullable TransferDecision decision,
        boolean refused) {

    public Answer {
        events = List.copyOf(events);
    }

    /** Whether the ledger already held everything the command says. */
    public boolean repeated() {
        return events.isEmpty();
    }
}
