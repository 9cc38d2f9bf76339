package org.consentledger.command.stream;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.consentledger.LedgerCommand;

/** Finds a command's stream by asking the command, so that commands need no annotations of the framework. */
public final class StreamTarget implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        if (message.getPayload() instanceof LedgerCommand command) {
            return new VersionedAggregateIdentifier((Object) command.streamId(), null);
        }
        throw new IllegalArgumentException(message.getPayloadType().getName() + " names no stream");
    }
}
