package org.consentledger.command.http;

import java.time.Instant;
import org.consentledger.LedgerCommand;
import org.consentledger.command.desk.SubjectResolver;
import org.jspecify.annotations.Nullable;

/**
 * The body of a command, field by field as callers write it. Its fields are valid once it has been read; what may be left
 * out is null.
 */
public interface CommandRequest {

    /** Upstream's reference for the person it is about; null if it is about nobody, but about the catalogue. */
    default @Nullable String subject() {
        return null;
    }

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
