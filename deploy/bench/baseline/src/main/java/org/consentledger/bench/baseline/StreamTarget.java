package org.consentledger.bench.baseline;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.consentledger.LedgerCommand;
import org.springframework.stereotype.Component;

/** The commands carry no annotations of the framework, but they know their stream. */
@Component("streamTarget")
class StreamTarget implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        if (message.getPayload() instanceof LedgerCommand command) {
            return new VersionedAggregateIdentifier((Object) command.streamId(), null);
        }
        throw new IllegalArgumentException(message.getPayloadType().getName() + " names no stream");
    }
}
