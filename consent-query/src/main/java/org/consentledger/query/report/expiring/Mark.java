package org.consentledger.query.report.expiring;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.consentledger.http.paging.Cursor;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;

/** A place in the list of consents that end. */
record Mark(Instant validUntil, long position) implements Comparable<Mark> {

    private static final String LIST = "expiring";

    /** Behind all that end at a moment or before it. */
    static Mark behind(Instant moment) {
        return new Mark(moment, Long.MAX_VALUE);
    }

    /** @throws ProblemException if the cursor is none that was given here */
    static Mark of(String cursor) {
        try {
            var key = Cursor.decode(cursor, LIST, 2);
            return new Mark(Instant.parse(key.getFirst()), Long.parseLong(key.getLast()));
        } catch (DateTimeException | NumberFormatException e) {
            throw new ProblemException(Problem.of(
                    List.of(Fault.inParameter(Cursor.PARAMETER, FaultCode.INVALID, "must be a cursor given here"))));
        }
    }

    Cursor cursor() {
        return new Cursor(LIST, List.of(validUntil.toString(), Long.toString(position)));
    }

    @Override
    public int compareTo(Mark other) {
        var byEnd = validUntil.compareTo(other.validUntil);
        return byEnd == 0 ? Long.compare(position, other.position) : byEnd;
    }
}
