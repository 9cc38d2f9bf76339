package org.consentledger.http.access;

import static java.util.function.Function.identity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemWatch;

/** Counts whom the check of access turned away, and why. */
final class RejectedTokens implements ProblemWatch {

    private final Map<TokenRejection, Counter> counters;

    /** Every count begins at 0, which an alert can tell from nothing. */
    RejectedTokens(MeterRegistry meters) {
        this.counters = Stream.of(TokenRejection.values())
                .collect(Collectors.toUnmodifiableMap(identity(), rejection -> counter(rejection, meters)));
    }

    private static Counter counter(TokenRejection rejection, MeterRegistry meters) {
        return Counter.builder("http.tokens.rejected")
                .description("Requests turned away because of their access token, or for want of one, by the reason")
                .tag("reason", rejection.label())
                .register(meters);
    }

    void count(TokenRejection rejection) {
        Objects.requireNonNull(counters.get(rejection)).increment();
    }

    /** Who is not let in at all is counted where that is found; this is who may do something else. */
    @Override
    public void answered(Problem problem) {
        TokenRejection.of(problem.code()).ifPresent(this::count);
    }
}
