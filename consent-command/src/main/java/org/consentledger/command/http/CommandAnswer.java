package org.consentledger.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.consentledger.command.desk.Answer;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.transfer.TransferDecision;
import org.jspecify.annotations.Nullable;

/**
 * What a caller learns about an accepted command.
 *
 * @param position of the last event it recorded, or of the fact it repeats; queries take it as minPosition
 * @param events what it recorded; empty if it repeats a known fact
 * @param receipts where the receipts are of the events that say what the command says, whether recorded now or known before
 * @param decision the verdict on a transfer; left out for every other command
 */
public record CommandAnswer(
        UUID commandId,
        long position,
        List<RecordedFact> events,
        List<String> receipts,
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

    static CommandAnswer of(Answer answer, ReceiptLinks links) {
        return new CommandAnswer(
                answer.commandId(),
                answer.position(),
                answer.events().stream().map(RecordedFact::of).toList(),
                links.to(answer.saying()),
                answer.decision());
    }
}
