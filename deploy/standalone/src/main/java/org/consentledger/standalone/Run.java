package org.consentledger.standalone;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.consentledger.standalone.postgres.PostgresException;
import org.jspecify.annotations.Nullable;

/**
 * One run of the ledger as a process, from its start to whatever ends it. The order of the end is decided here alone: of
 * the hooks that libraries would register, the virtual machine runs all at once.
 */
final class Run {

    private final Settings settings;
    private final Console console;
    private final Ledger ledger = new Ledger();
    private volatile int exitStatus;

    Run(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** Starts the ledger and returns only when the process is ending. */
    void untilEnd() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            var server = new Start(settings, console, ledger).run();
            server.awaitEnd();
            databaseGone(server.lastComplaint());
        } catch (StartRefusedException e) {
            fail(e.exitStatus(), e.getMessage(), e);
        } catch (PostgresException | IOException e) {
            fail(1, e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CancellationException e) {
            // the user stops the ledger while it starts: the hook does the rest
        } catch (RuntimeException e) {
            fail(1, "the ledger does not start, for a reason nobody foresaw: " + e, e);
        }
    }

    private void fail(int status, @Nullable String message, @Nullable Throwable cause) {
        if (ledger.isClosing()) {
            // whatever fails now, fails because the ledger is being stopped
            return;
        }
        exitStatus = status;
        console.complain(message == null ? String.valueOf(cause) : message);
        Logs.quiet();
        Logs.keep("the ledger ends", cause);
        System.exit(status);
    }

    /** Without its database nothing can be stopped in order any more, only waited for in vain. */
    private void databaseGone(String lastComplaint) {
        if (ledger.isClosing()) {
            return;
        }
        Logs.quiet();
        console.complain("PostgreSQL has ended, and so does the ledger; it said last: " + lastComplaint
                + ". What was answered is kept: start again");
        Runtime.getRuntime().halt(1);
    }

    /** A stop that was asked for is no failure, whatever the signal: the process answers 0. */
    private void stop() {
        Logs.quiet();
        var isAskedFor = ledger.hasStarted() && exitStatus == 0;
        if (isAskedFor) {
            console.stopping();
        }
        for (var failure : ledger.close()) {
            exitStatus = 1;
            console.complain("not stopped cleanly: " + failure.getMessage());
        }
        if (isAskedFor) {
            console.say("stopped");
        }
        Runtime.getRuntime().halt(exitStatus);
    }
}
