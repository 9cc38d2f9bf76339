package org.consentledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The caller's name for a command, the same for every attempt at it.
 *
 * @param value as it was sent, quotation marks included; null if the caller gave none
 */
public record IdempotencyKey(@Nullable String value) {

    /** The header that brings it. */
    public static final String HEADER = "Idempotency-Key";

    /** 1 to 200 visible ASCII characters. */
    public static final String FORM = "[!-~]{1,200}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws ProblemException if it is not of that form, or there are several */
    static IdempotencyKey of(HttpServletRequest request) {
        var values = Collections.list(request.getHeaders(HEADER));
        if (values.isEmpty()) {
            return new IdempotencyKey(null);
        }
        if (values.size() > 1 || !PATTERN.matcher(values.getFirst()).matches()) {
            throw new ProblemException(Problem.of(List.of(Fault.inHeader(
                    HEADER, FaultCode.INVALID, "must be given once and be 1 to 200 visible ASCII characters"))));
        }
        return new IdempotencyKey(values.getFirst());
    }
}
