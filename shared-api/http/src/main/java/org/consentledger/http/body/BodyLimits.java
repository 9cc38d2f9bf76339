package org.consentledger.http.body;

import java.time.Duration;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;

/**
 * How large a body may be, and how long it may take to arrive. A connection that goes beyond either ends with the answer:
 * the rest is not worth reading.
 *
 * @param deadline counted from the moment the body is asked for; a single read may wait as long as the server's
 *     connection timeout besides
 */
record BodyLimits(long bytes, Duration deadline) {

    Problem tooLarge() {
        return ending(Problem.of(ProblemCode.BODY_TOO_LARGE, "the body may have at most " + bytes + " bytes"));
    }

    Problem tooSlow() {
        return ending(Problem.of(
                ProblemCode.REQUEST_TIMEOUT,
                "the body must arrive within " + deadline.toMillis() + " ms, without long pauses"));
    }

    private static Problem ending(Problem problem) {
        return problem.header("Connection", "close");
    }
}
