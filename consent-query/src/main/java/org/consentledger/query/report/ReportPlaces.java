package org.consentledger.query.report;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Lets a few reports be made at the same time: a report may hold thousands of events in memory, or read a whole table. */
@Component
public final class ReportPlaces {

    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final long RETRY_AFTER_SECONDS = 5;

    private final Semaphore free;

    ReportPlaces(ReportProperties properties) {
        this.free = new Semaphore(properties.concurrency(), true);
    }

    /**
     * Makes a report in a place of its own, for which it waits a little. Whoever waits should hold no connection meanwhile.
     *
     * @throws ProblemException if none becomes free in time: 503, to be tried again
     */
    public <T> T make(Supplier<T> report) {
        if (!isTaken()) {
            throw new ProblemException(Problem.of(ProblemCode.UNAVAILABLE, "too many reports are being made")
                    .retryAfter(RETRY_AFTER_SECONDS));
        }
        try {
            return report.get();
        } finally {
            free.release();
        }
    }

    private boolean isTaken() {
        try {
            return free.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
