package org.consentledger.command.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.consentledger.LedgerEvent;
import org.consentledger.erasure.ErasureRequested;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.transfer.TransferDecision;
import org.consentledger.transfer.TransferEvent;
import org.consentledger.transfer.TransferRefused;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command that was accepted.
 *
 * @param known the events that had said part of it before, or all
 * @param events what it recorded; empty if it repeats known facts
 * @param replayed whether this is the first answer to an idempotency key given again
 */
public record Answer(UUID commandId, List<RecordedEvent> known, List<RecordedEvent> events, boolean replayed) {

    public Answer {
        known = List.copyOf(known);
        events = List.copyOf(events);
    }

    /** Whether the ledger already held everything the command says. */
    public boolean repeated() {
        return events.isEmpty();
    }

    /** The events that say what the command says, whether recorded now or earlier. */
    public List<RecordedEvent> saying() {
        return Stream.concat(known.stream(), events.stream()).toList();
    }

    /** Of the last event it recorded, or of the last fact it repeats. */
    public long position() {
        return saying().stream().mapToLong(RecordedEvent::position).max().orElse(-1);
    }

    /** The erasure that has to wait for the end of a legal hold; null for every other command. */
    public @Nullable ErasureRequested waiting() {
        return said(ErasureRequested.class).orElse(null);
    }

    /** The verdict on a transfer; null for every other command. */
    public @Nullable TransferDecision decision() {
        return said(TransferEvent.class).map(TransferEvent::decision).orElse(null);
    }

    /** Whether a transfer must not happen. */
    public boolean refused() {
        return said(TransferRefused.class).isPresent();
    }

    private <E extends LedgerEvent> Optional<E> said(Class<E> type) {
        return saying().stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
