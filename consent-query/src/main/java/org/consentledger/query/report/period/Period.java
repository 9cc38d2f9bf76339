package org.consentledger.query.report.period;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.console.Days;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of world time and its parts.
 *
 * @param from beginning (inclusive), UTC
 * @param to end (exclusive), UTC; not in the future
 * @param bucket what it is divided into
 * @param bounds the beginnings of its parts: the first one is {@code from}, the others are those of days, weeks, months or years
 */
public record Period(Instant from, Instant to, Bucket bucket, List<Instant> bounds) {

    /** How many parts a period may have at the most. */
    public static final int BUCKETS_MAX = 1_000;

    private static final int DAYS_UNLESS_GIVEN = 365;

    public Period {
        bounds = List.copyOf(bounds);
    }

    /**
     * What a caller asks for.
     *
     * @param from null for 365 days before its end
     * @param to null for now
     * @param bucket null for what suits the length
     * @throws ProblemException if it ends before it begins or after now, or has more than {@link #BUCKETS_MAX} parts
     */
    public static Period of(@Nullable Instant from, @Nullable Instant to, @Nullable Bucket bucket, Instant now) {
        var end = to == null ? now : to;
        if (end.isAfter(now)) {
            throw wrong("to", "must not be in the future: what will be said by then is not known");
        }
        var start = from == null ? end.minus(Duration.ofDays(DAYS_UNLESS_GIVEN)) : from;
        if (!start.isBefore(end)) {
            throw wrong("from", "must be before the end of the period");
        }
        var chosen =
                bucket == null ? Bucket.fitting(Duration.between(start, end).toDays()) : bucket;
        return new Period(start, end, chosen, bounds(start, end, chosen));
    }

    /**
     * What a form asks for, in whole days; a day that is not over ends now.
     *
     * @param days from null for 365 days before the last one; to null for today
     * @param bucket null for what suits the length
     * @param parts how many there may be at the most
     * @throws ProblemException if it ends before it begins, begins after now, or has more parts
     */
    public static Period ofDays(Days days, @Nullable Bucket bucket, int parts, Instant now) {
        var end = days.end();
        var to = end == null || end.isAfter(now) ? now : end;
        var from = days.begin();
        var first = to.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(DAYS_UNLESS_GIVEN);
        var period = of(from == null ? first.atStartOfDay(ZoneOffset.UTC).toInstant() : from, to, bucket, now);
        if (period.size() > parts) {
            throw wrong("bucket", "must be longer: the period would have more than " + parts + " parts");
        }
        return period;
    }

    private static List<Instant> bounds(Instant from, Instant to, Bucket bucket) {
        var bounds = new ArrayList<>(List.of(from));
        var day = bucket.start(from.atOffset(ZoneOffset.UTC).toLocalDate());
        while (true) {
            day = bucket.next(day);
            var start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            if (!start.isBefore(to)) {
                return bounds;
            }
            bounds.add(start);
            if (bounds.size() > BUCKETS_MAX) {
                throw wrong("bucket", "must be longer: the period would have more than " + BUCKETS_MAX + " parts");
            }
        }
    }

    /** How many parts it has. */
    public int size() {
        return bounds.size();
    }

    /** The end of a part (exclusive), which is the beginning of the next. */
    public Instant end(int part) {
        return part + 1 < bounds.size() ? bounds.get(part + 1) : to;
    }

    /** The day on which it begins, UTC. */
    public LocalDate firstDay() {
        return from.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The last day of which anything belongs to it, UTC. */
    public LocalDate lastDay() {
        return to.minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** As the parameters of a link, whose fields are {@link #ofDays days}. */
    public String query() {
        return "from=" + firstDay() + "&to=" + lastDay() + "&bucket=" + bucket;
    }

    private static ProblemException wrong(String parameter, String detail) {
        return new ProblemException(Problem.of(List.of(Fault.inParameter(parameter, FaultCode.INVALID, detail))));
    }
}
