package org.consentledger.bench.baseline.catalogue;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.consentledger.bench.baseline.Accepted;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.RecipientEvent;
import org.consentledger.recipient.RecipientRules;
import org.consentledger.recipient.RegisterRecipient;
import org.consentledger.register.LegalRegister;
import org.jspecify.annotations.Nullable;

/** One recipient. */
@Aggregate(commandTargetResolver = "streamTarget")
class RecipientStream {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String streamId;

    private @Nullable Recipient recipient;

    RecipientStream() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Accepted handle(RegisterRecipient command, LegalRegister register, Clock clock) {
        return Accepted.recorded(RecipientRules.decide(command, recipient, register, clock.instant()));
    }

    @EventSourcingHandler
    void on(RecipientEvent event) {
        streamId = Recipient.streamId(event.recipient());
        recipient = Recipient.evolve(recipient, event);
    }
}
