package org.consentledger.command.desk;

/** The ledger could not take a command in time; nothing was recorded, and the same command may be sent again. */
public final class LedgerBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerBusyException(Throwable cause) {
        super("the ledger is busy", cause);
    }
}
