package org.consentledger.query.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A span of whole days in UTC, as the fields {@code from} and {@code to} of a form say it.
 *
 * @param from the first one; null for any
 * @param to the last one, inclusive as people say it; null for any
 */
public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** PostgreSQL and Java both know these, and nobody kept a ledger before or will after. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    /**
     * Takes over what was asked.
     *
     * @throws ProblemException if the last day is before the first, or one of them is out of all bounds
     */
    public Days {
        require(isSane(from), "from", "must be a day from 1900 to 9999");
        require(isSane(to), "to", "must be a day from 1900 to 9999");
        require(from == null || to == null || !to.isBefore(from), "to", "must not be before from");
    }

    private static boolean isSane(@Nullable LocalDate day) {
        return day == null || (!day.isBefore(FIRST) && !day.isAfter(LAST));
    }

    private static void require(boolean isRight, String parameter, String detail) {
        if (!isRight) {
            throw new ProblemException(Problem.of(List.of(Fault.inParameter(parameter, FaultCode.INVALID, detail))));
        }
    }

    /** The first moment, UTC; null for any. */
    public @Nullable Instant begin() {
        return from == null ? null : from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The moment after the last one, UTC; null for any. */
    public @Nullable Instant end() {
        return to == null ? null : to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** As parameters of a link; empty if there are none. */
    public String query() {
        return parameter("from", from) + parameter("to", to);
    }

    private static String parameter(String name, @Nullable LocalDate day) {
        return day == null ? "" : "&" + name + "=" + day;
    }
}
