package org.consentledger.standalone.demo;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.consentledger.standalone.scenario.LedgerClient;
import org.consentledger.standalone.scenario.Scenario;

/** Tells the reference scenario, playing it on a running ledger. */
public final class Demo {

    private static final int OK = 200;

    private Demo() {}

    /** Answers the process's exit status: 0 if every answer was as expected. */
    public static int tell(LedgerClient ledger, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            var notice = ledger.query("/notices/reference/2016-10");
            if (notice.status() != OK) {
                err.println("the ledger at " + ledger + " does not hold the reference notice (HTTP " + notice.status()
                        + "): start one with make run, without LEDGER_REFERENCE=false");
                return 1;
            }
            return new Narrator(out, Paint.of(environment, isTerminal())).tell(Scenario.reference(), ledger);
        } catch (IOException e) {
            err.println("no ledger answers at " + ledger + ": start one with make run in another terminal, or set"
                    + " COMMAND_PORT and QUERY_PORT to where it is");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
