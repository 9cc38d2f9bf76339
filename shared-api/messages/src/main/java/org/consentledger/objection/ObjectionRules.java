package org.consentledger.objection;

import java.time.Instant;
import org.consentledger.Outcome;
import org.consentledger.WorldTime;

/** An objection is never turned down; whether it has an effect depends on the purpose's basis when data moves. */
public final class ObjectionRules {

    private ObjectionRules() {}

    /**
     * One event per purpose.
     *
     * @param now the ledger's clock, UTC
     */
    public static Outcome<ObjectionEvent> decide(ObjectToProcessing command, Instant now) {
        var rejection = WorldTime.ahead(command.objectedAt(), now, "/objectedAt");
        if (rejection.isPresent()) {
            return new Outcome.Rejected<>(rejection.get());
        }
        return Outcome.accepted(command.purposes().stream()
                .<ObjectionEvent>map(purpose -> new ProcessingObjected(
                        command.subjectId(),
                        command.subject(),
                        purpose,
                        command.channel(),
                        command.giver(),
                        command.objectedAt()))
                .toList());
    }

    /**
     * One event per purpose, whether or not an objection to it is known.
     *
     * @param now the ledger's clock, UTC
     */
    public static Outcome<ObjectionEvent> decide(WithdrawObjection command, Instant now) {
        var rejection = WorldTime.ahead(command.withdrawnAt(), now, "/withdrawnAt");
        if (rejection.isPresent()) {
            return new Outcome.Rejected<>(rejection.get());
        }
        return Outcome.accepted(command.purposes().stream()
                .<ObjectionEvent>map(purpose -> new ObjectionWithdrawn(
                        command.subjectId(),
                        command.subject(),
                        purpose,
                        command.channel(),
                        command.giver(),
                        command.withdrawnAt()))
                .toList());
    }
}
