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
 */
public record Touched(List<Field> fields) {

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
        return new Touched(IntStream.range(0, purposes.size())
                .mapToObj(i -> new Field(Limit.PURPOSES, purposes.get(i), "/purposes/" + i))
                .toList());
    }

    /** The one purpose in the body's field of that name. */
    public static Touched purpose(String purpose) {
        return new Touched(List.of(new Field(Limit.PURPOSES, purpose, "/purpose")));
    }

    /** The recipient in the body's field of that name. */
    public static Touched recipient(String recipient) {
        return new Touched(List.of(new Field(Limit.RECIPIENTS, recipient, "/recipient")));
    }

    /** The source system for which the caller speaks; null if it does not say. */
    public static Touched source(@Nullable String source, String pointer) {
        return new Touched(List.of(new Field(Limit.SOURCE, source, pointer)));
    }

    /** Of whole subjects and whole notices: their handlers heed no limit, so no limited token gets there. */
    public static Touched nothingThatLimitsName() {
        return new Touched(List.of());
    }

    /** Both. */
    public Touched and(Touched other) {
        return new Touched(Stream.concat(fields.stream(), other.fields.stream()).toList());
    }

    /** @throws ProblemException with {@link ProblemCode#TOKEN_LIMIT_EXCEEDED} if any of it is outside the limits */
    void requireWithin(Limits limits) {
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
