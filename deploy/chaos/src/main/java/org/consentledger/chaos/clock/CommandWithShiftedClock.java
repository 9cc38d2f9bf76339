package org.consentledger.chaos.clock;

import org.consentledger.command.ConsentCommand;

/** consent-command itself, with a clock that is wrong. */
public final class CommandWithShiftedClock {

    private CommandWithShiftedClock() {}

    public static void main(String[] args) {
        ConsentCommand.application().sources(ShiftedClock.class).run(args);
    }
}
