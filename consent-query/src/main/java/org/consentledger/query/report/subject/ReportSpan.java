package org.consentledger.query.report.subject;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a subject's report lists.
 *
 * @param from earliest time (inclusive), UTC; null for the beginning
 * @param to latest time (exclusive), UTC; null for no end
 * @param most how much of each list, the newest first
 */
public record ReportSpan(@Nullable Instant from, @Nullable Instant to, int most) {

    /** Of a report for programs. */
    public static final int LISTED_MAX = 10_000;

    /** Of a report on paper, or to be read: what goes beyond would be hundreds of pages. */
    public static final int PRINTED_MAX = 1_000;

    boolean holds(Instant time) {
        return !time.isBefore(start()) && time.isBefore(end());
    }

    Instant start() {
        return from == null ? Instant.MIN : from;
    }

    Instant end() {
        return to == null ? Instant.MAX : to;
    }
}
