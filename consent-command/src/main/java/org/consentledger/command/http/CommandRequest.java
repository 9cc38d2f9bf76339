package org.consentledger.command.http;

import java.time.Instant;
import org.consentledger.LedgerCommand;
import org.consentledger.command.desk.SubjectResolver;

/**
 * The body of a command, field by field as callers write it. Its fields are valid once it has been read; what may be left
 * out is null.
 */
public interface CommandRequest {

    /** What of the ledger it would change: a token may be limited to less. */
    Touched touched();

    /**
     * The command it asks for.
     *
     * @param subjects finds out who has upstream's reference for a person
     * @param now stands in for a world time that was left out, UTC
     */
    LedgerCommand toCommand(SubjectResolver subjects, Instant now);
}
