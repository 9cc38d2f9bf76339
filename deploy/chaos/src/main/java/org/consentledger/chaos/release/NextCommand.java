package org.consentledger.chaos.release;

import org.consentledger.chaos.clock.ShiftedClock;
import org.consentledger.command.ConsentCommand;

/** consent-command of the next release. */
public final class NextCommand {

    private NextCommand() {}

    public static void main(String[] args) {
        ConsentCommand.application()
                .sources(ShiftedClock.class, NextForms.class)
                .run(args);
    }
}
