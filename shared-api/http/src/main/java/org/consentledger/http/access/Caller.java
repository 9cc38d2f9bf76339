package org.consentledger.http.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as their token says.
 *
 * @param clientId the OAuth client, 1 to 200 visible ASCII characters; stands in the ledger beside every event it caused
 * @param principal for whom the client acts, such as the auditor who signed in; the token's {@code sub}, null without one
 * @param scopes what the token may be used for
 * @param limits what it is limited to besides
 * @param expiresAt when the token ends, UTC; an answer that goes on for long ends then
 */
public record Caller(String clientId, @Nullable String principal, Set<Scope> scopes, Limits limits, Instant expiresAt) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Who sent the request that is being handled; empty where nobody has to say so. */
    public static Optional<Caller> current() {
        return Callers.current();
    }

    /** Auditors read everything, and say why. */
    public boolean isAuditor() {
        return scopes.contains(Scope.AUDIT_READ);
    }

    /**
     * Turns away who may not read everything.
     *
     * @throws ProblemException with {@link ProblemCode#INSUFFICIENT_SCOPE}
     */
    public void requireAuditor() {
        if (!isAuditor()) {
            throw new ProblemException(AccessProblems.insufficientScope(Scope.AUDIT_READ));
        }
    }

    /**
     * Turns away who may ask about one subject at a time, unless what they ask about is their own: whom a recipient's data
     * are about is for auditors and for that recipient.
     *
     * @throws ProblemException with {@link ProblemCode#INSUFFICIENT_SCOPE}
     */
    public void requireAuditorOrOwnRecipient() {
        if (!isAuditor() && !limits.set().contains(Limit.OWN_RECIPIENT)) {
            throw new ProblemException(AccessProblems.insufficientScope(Scope.AUDIT_READ));
        }
    }

    /** No token, no personal data: nothing that a log line should not hold. */
    @Override
    public String toString() {
        return "client " + clientId;
    }
}
