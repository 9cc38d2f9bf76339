package org.consentledger.command.http;

import java.time.Instant;
import java.util.function.Function;
import org.consentledger.LedgerCommand;
import org.consentledger.subject.SubjectId;

/**
 * The body of a command, field by field as callers write it. Its fields are valid once it has been read; what may be left
 * out is null.
 */
public interface CommandRequest {

    /**
     * The command it asks for.
     *
     * @param pseudonyms turns upstream's reference for a person into the ledger's
     * @param now stands in for a world time that was left out, UTC
     */
    LedgerCommand toCommand(Function<String, SubjectId> pseudonyms, Instant now);
}
