package org.consentledger.command.http;

import org.consentledger.command.desk.CommandMeters;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Tells the meters which commands there are, so that their counts begin at 0. */
@Component
final class ExpectedCommands implements SmartInitializingSingleton {

    private final KnownCommands commands;
    private final CommandMeters meters;

    ExpectedCommands(KnownCommands commands, CommandMeters meters) {
        this.commands = commands;
        this.meters = meters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        commands.all().stream().map(KnownCommand::name).forEach(meters::expect);
    }
}
