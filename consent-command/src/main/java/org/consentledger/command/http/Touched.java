package org.consentledger.command.http;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Limits;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a request would change, as far as tokens can be limited to some of it.
 *
 * @param fields that name it
 * @param unbounded whether it is more than fields could name
 */
public record Touched(List<Field> fields, boolean unbounded) {

    public Touched {
        fields = List.copyOf(fields);
    }

    /**
     * One value of the body.
     *
     * @param pointer to it (RFC 6901)
     */
    public record Field(Limit limit, @Nullable String value, String pointer) {}

    /** The purposes in the body's field of that name; {@code *} is none that a limit could name. */
    public static Touched purposes(List<String> purposes) {
        return new Touched(
                IntStream.range(0, purposes.size())
                        .mapToObj(i -> new Field(Limit.PURPOSES, purposes.get(i), "/purposes/" + i))
                        .toList(),
                false);
    }

    /** The one purpose in the body's field of that name. */
    public static Touched purpose(String purpose) {
        return new Touched(List.of(new Field(Limit.PURPOSES, purpose, "/purpose")), false);
    }

    /** The recipient in the body's field of that name. */
    public static Touched recipient(String recipient) {
        return new Touched(
                List.of(
                        new Field(Limit.RECIPIENTS, recipient, "/recipient"),
                        new Field(Limit.OWN_RECIPIENT, recipient, "/recipient")),
                false);
    }

    /** The source system for which the caller speaks; null if it does not say. */
    public static Touched source(@Nullable String source, String pointer) {
        return new Touched(List.of(new Field(Limit.SOURCE, source, pointer)), false);
    }

    /** More than a limited token is good for, such as a whole subject or a whole notice. */
    public static Touched everything() {
        return new Touched(List.of(), true);
    }

    /** Both. */
    public Touched and(Touched other) {
        return new Touched(
                Stream.concat(fields.stream(), other.fields.stream()).toList(), unbounded || other.unbounded);
    }

    /** @throws ProblemException with {@link ProblemCode#TOKEN_LIMIT_EXCEEDED} if any of it is outside the limits */
    void requireWithin(Limits limits) {
        if (limits.set().isEmpty()) {
            return;
        }
        if (unbounded) {
            throw new ProblemException(Problem.of(
                    ProblemCode.TOKEN_LIMIT_EXCEEDED, "the token is limited, and what this command changes is not"));
        }
        var faults = fields.stream()
                .filter(field -> !limits.permits(field.limit(), field.value()))
                .map(field -> Fault.inBody(field.pointer(), FaultCode.NOT_PERMITTED, "the token is not for this"))
                .distinct()
                .toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemCode.TOKEN_LIMIT_EXCEEDED).faults(faults));
        }
    }
}
