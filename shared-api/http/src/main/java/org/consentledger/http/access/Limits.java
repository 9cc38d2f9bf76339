package org.consentledger.http.access;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one token.
 *
 * @param values what is permitted under each limit that is set; empty permits nothing
 */
public record Limits(Map<Limit, Set<String>> values) {

    private static final Limits NONE = new Limits(Map.of());

    public Limits {
        var copy = new EnumMap<Limit, Set<String>>(Limit.class);
        values.forEach((limit, permitted) -> copy.put(limit, Set.copyOf(permitted)));
        values = Map.copyOf(copy);
    }

    /** Of a token that may be used for everything its scopes permit. */
    public static Limits none() {
        return NONE;
    }

    /** Those that are set. */
    public Set<Limit> set() {
        return values.keySet();
    }

    /** What a query may answer about; null if everything. */
    public @Nullable Set<String> to(Limit limit) {
        return values.get(limit);
    }

    /** Whether something is inside a limit, as everything is inside one that is not set. */
    public boolean permits(Limit limit, @Nullable String value) {
        var permitted = values.get(limit);
        return permitted == null || (value != null && permitted.contains(value));
    }

    /**
     * Turns a caller away who asks about a recipient that is none of theirs.
     *
     * @param parameter that names it
     * @throws ProblemException with {@link ProblemCode#TOKEN_LIMIT_EXCEEDED}
     */
    public void requireRecipient(String recipient, String parameter) {
        require(Limit.RECIPIENTS, recipient, parameter);
        require(Limit.OWN_RECIPIENT, recipient, parameter);
    }

    /**
     * Turns a caller away who asks about a purpose that is none of theirs.
     *
     * @param parameter that names it
     * @throws ProblemException with {@link ProblemCode#TOKEN_LIMIT_EXCEEDED}
     */
    public void requirePurpose(String purpose, String parameter) {
        require(Limit.PURPOSES, purpose, parameter);
    }

    private void require(Limit limit, String value, String parameter) {
        if (!permits(limit, value)) {
            throw new ProblemException(Problem.of(ProblemCode.TOKEN_LIMIT_EXCEEDED)
                    .faults(List.of(
                            Fault.inParameter(parameter, FaultCode.NOT_PERMITTED, "the token is not for this"))));
        }
    }
}
