package org.consentledger.bench.baseline;

import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.consentledger.LedgerEvent;
import org.consentledger.Outcome;
import org.consentledger.Rejection;
import org.consentledger.transfer.TransferDecision;
import org.consentledger.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a command, alike to the ledger's in form and size; a plain application knows no positions.
 *
 * @param events names of what was recorded
 * @param decision null unless the command was about a transfer
 */
public record Accepted(
        UUID commandId, List<String> events, @Nullable TransferDecision decision) {

    private static final int CREATED = 201;

    /** Applies what the rules accepted to the aggregate that is being handled. */
    public static Accepted recorded(Outcome<? extends LedgerEvent> outcome) {
        return switch (outcome) {
            case Outcome.Rejected<? extends LedgerEvent> rejected -> throw new RejectedException(rejected.rejection());
            case Outcome.Accepted<? extends LedgerEvent> accepted -> applied(accepted.events());
        };
    }

    private static Accepted applied(List<? extends LedgerEvent> events) {
        events.forEach(AggregateLifecycle::apply);
        var decision = events.stream()
                .filter(TransferEvent.class::isInstance)
                .map(event -> ((TransferEvent) event).decision())
                .findFirst()
                .orElse(null);
        return new Accepted(
                UUID.randomUUID(),
                events.stream().map(event -> event.getClass().getSimpleName()).toList(),
                decision);
    }

    public ResponseEntity<Accepted> answer() {
        return ResponseEntity.status(CREATED).body(this);
    }

    /** Nothing is recorded. */
    static final class RejectedException extends RuntimeException {
        RejectedException(Rejection rejection) {
            super(rejection.code() + ": " + rejection.detail());
        }
    }
}
