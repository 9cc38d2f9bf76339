package org.consentledger.command.desk;

/** Where commands are handed in. */
public interface CommandDesk {

    /**
     * Decides and records a command. When this returns, what it recorded is durable.
     *
     * @throws CommandRejectedException if the rules do not accept it
     * @throws IdempotencyKeyReusedException if the key was used for another request before
     * @throws LedgerBusyException if the ledger could not take it in time; the same command may be sent again
     */
    Answer submit(Submission submission);
}
