package org.consentledger.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.command.desk.Answer;
import org.consentledger.erasure.ErasureRequested;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.transfer.TransferDecision;
import org.jspecify.annotations.Nullable;

/**
 * What a caller learns about an accepted command.
 *
 * @param position of the last event it recorded, or of the fact it repeats; queries take it as minPosition
 * @param events what it recorded; empty if it repeats a known fact
 * @param receipts where the receipts are of the events that say what the command says, whether recorded now or known before
 * @param erasure that it has to wait; left out for every other command, and for an erasure that is done
 * @param decision the verdict on a transfer; left out for every other command
 */
public record CommandAnswer(
        UUID commandId,
        long position,
        List<RecordedFact> events,
        List<String> receipts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WaitingErasure erasure,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TransferDecision decision) {

    /**
     * One recorded event.
     *
     * @param type the event's stable name, such as ConsentGiven
     * @param recordedAt when the ledger took it
     */
    public record RecordedFact(String id, String type, long position, Instant recordedAt) {

        static RecordedFact of(RecordedEvent event) {
            return new RecordedFact(event.id(), event.type(), event.position(), event.recordedAt());
        }
    }

    /**
     * An erasure that a legal hold makes wait.
     *
     * @param heldUntil when the last of the holds ended as it stood when the erasure was asked for, UTC
     */
    public record WaitingErasure(State state, Instant heldUntil) {

        /** How far it is. */
        public enum State {
            WAITING
        }

        private static @Nullable WaitingErasure of(@Nullable ErasureRequested waiting) {
            return waiting == null ? null : new WaitingErasure(State.WAITING, waiting.heldUntil());
        }
    }

    static CommandAnswer of(Answer answer, ReceiptLinks links) {
        return new CommandAnswer(
                answer.commandId(),
                answer.position(),
                answer.events().stream().map(RecordedFact::of).toList(),
                links.to(answer.saying()),
                WaitingErasure.of(answer.waiting()),
                answer.decision());
    }
}
