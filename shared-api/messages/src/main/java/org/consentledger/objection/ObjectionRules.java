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
        return Outcome.unless(
                rejection,
                command.purposes(),
                purpose -> new ProcessingObjected(
                        command.subjectId(),
                        command.subject(),
                        purpose,
                        command.channel(),
                        command.giver(),
                        command.objectedAt()));
    }

    /**
     * One event per purpose, whether or not an objection to it is known.
     *
     * @param now the ledger's clock, UTC
     */
    public static Outcome<ObjectionEvent> decide(WithdrawObjection command, Instant now) {
        var rejection = WorldTime.ahead(command.withdrawnAt(), now, "/withdrawnAt");
        return Outcome.unless(
                rejection,
                command.purposes(),
                purpose -> new ObjectionWithdrawn(
                        command.subjectId(),
                        command.subject(),
                        purpose,
                        command.channel(),
                        command.giver(),
                        command.withdrawnAt()));
    }
}
