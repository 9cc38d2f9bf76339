package org.consentledger.query.report;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Lets a few reports be made at the same time: a report may hold thousands of events in memory, or read a whole table. */
@Component
public final class ReportPlaces {

    private static final long RETRY_AFTER_SECONDS = 5;

    private final Semaphore free;

    ReportPlaces(ReportProperties properties) {
        this.free = new Semaphore(properties.concurrency());
    }

    /**
     * Makes a report in a place of its own.
     *
     * @throws ProblemException if none is free: 503, to be tried again
     */
    public <T> T make(Supplier<T> report) {
        if (!free.tryAcquire()) {
            throw new ProblemException(Problem.of(ProblemCode.UNAVAILABLE, "too many reports are being made")
                    .retryAfter(RETRY_AFTER_SECONDS));
        }
        try {
            return report.get();
        } finally {
            free.release();
        }
    }
}
