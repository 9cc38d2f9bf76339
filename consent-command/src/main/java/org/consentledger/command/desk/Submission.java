package org.consentledger.command.desk;

import java.util.function.Function;
import org.consentledger.LedgerCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command as it arrives.
 *
 * @param command its name, such as give-consent
 * @param clientId who sent it: the OAuth client of the caller, or the service itself
 * @param idempotencyKey the caller's name for it, the same for every attempt; null if the caller gave none
 * @param requestSha256 digest of what was asked, in hexadecimal
 * @param payload the command; made anew for each attempt, as who has a reference may have changed
 */
public record Submission(
        String command,
        String clientId,
        @Nullable String idempotencyKey,
        String requestSha256,
        Function<SubjectResolver, LedgerCommand> payload) {

    /** Who sends what the service does by itself when its time has come. No client's name has a space. */
    public static final String THE_SERVICE = "the ledger";
}
