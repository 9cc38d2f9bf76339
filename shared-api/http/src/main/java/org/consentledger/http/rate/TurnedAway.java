package org.consentledger.http.rate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemWriter;

/** Answers requests that came too often, and counts them by the quota that they went beyond. */
final class TurnedAway {

    private static final String METER = "http.rate.limited";

    private final MeterRegistry meters;
    private final ProblemWriter problems;

    TurnedAway(MeterRegistry meters, ProblemWriter problems) {
        this.meters = meters;
        this.problems = problems;
    }

    /** Lets the count begin at 0, which an alert can tell from nothing. */
    void expect(Quota quota) {
        var _ = counter(quota);
    }

    private Counter counter(Quota quota) {
        return Counter.builder(METER)
                .description("Requests answered 429, by the quota that they went beyond")
                .tag("policy", quota.name())
                .register(meters);
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Quota quota, long waitNanos) {
        var seconds = wholeSeconds(waitNanos);
        quota.tell(response, 0, seconds);
        counter(quota).increment();
        problems.write(
                request, response, Problem.of(ProblemCode.RATE_LIMIT_EXCEEDED).retryAfter(seconds));
    }

    /** Rounded up, and at least one: who is told 0 comes back at once. */
    static long wholeSeconds(long nanos) {
        return Math.max(1, Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1)));
    }
}
