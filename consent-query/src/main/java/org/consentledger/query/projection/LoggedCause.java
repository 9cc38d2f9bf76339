package org.consentledger.query.projection;

import org.consentledger.ledger.reading.UnreadableEventException;

/** What of an exception may stand in the log: its class. Messages of other makers may quote a row. */
public final class LoggedCause {

    private LoggedCause() {}

    /** The class's name; for an event that cannot be read also which one it is. */
    public static String of(Throwable failure) {
        return failure instanceof UnreadableEventException e
                ? String.valueOf(e.getMessage())
                : failure.getClass().getName();
    }
}
