package org.consentledger.command.recipient;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.consentledger.command.stream.Handled;
import org.consentledger.command.stream.Recording;
import org.consentledger.recipient.Recipient;
import org.consentledger.recipient.RecipientCommand;
import org.consentledger.recipient.RecipientEvent;
import org.consentledger.recipient.RecipientRules;
import org.consentledger.recipient.RecordSafeguard;
import org.consentledger.recipient.RegisterRecipient;
import org.consentledger.recipient.RetireRecipient;
import org.consentledger.recipient.WithdrawSafeguard;
import org.consentledger.register.LegalRegister;
import org.jspecify.annotations.Nullable;

/** One recipient's stream: its registration, safeguards and retirement. */
@Aggregate(type = "Recipient", commandTargetResolver = "streamTarget", lockFactory = "streamLocks")
final class RecipientStream {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String streamId;

    private @Nullable Recipient recipient;

    RecipientStream() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(RegisterRecipient command, LegalRegister register, Clock clock, Recording recording) {
        return decide(command, register, clock, recording);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(RecordSafeguard command, LegalRegister register, Clock clock, Recording recording) {
        return decide(command, register, clock, recording);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(WithdrawSafeguard command, LegalRegister register, Clock clock, Recording recording) {
        return decide(command, register, clock, recording);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Handled handle(RetireRecipient command, LegalRegister register, Clock clock, Recording recording) {
        return decide(command, register, clock, recording);
    }

    @EventSourcingHandler
    void on(RecipientEvent event) {
        streamId = Recipient.streamId(event.recipient());
        recipient = Recipient.evolve(recipient, event);
    }

    private Handled decide(RecipientCommand command, LegalRegister register, Clock clock, Recording recording) {
        return recording.record(
                command.streamId(), RecipientRules.decide(command, recipient, register, clock.instant()));
    }
}
