package org.consentledger.command.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.consentledger.command.http.CommandAnswer;
import org.consentledger.http.problem.ProblemDocument;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line.
 *
 * @param line its number
 * @param status that the command would have had alone
 * @param replayed true if this is the first answer to the same key again; else left out
 * @param answer of a command that was accepted
 * @param problem of one that was not
 */
@Schema(name = "CommandLineAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineAnswer(
        long line,
        int status,
        @Nullable Boolean replayed,
        @Nullable CommandAnswer answer,
        @Nullable ProblemDocument problem) {}
