package org.consentledger.query.access;

import java.util.List;
import java.util.function.LongSupplier;
import org.consentledger.http.paging.Cursor;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A part of the access log. A list ends where the log ended when its first page was asked for: reading a page may itself
 * be an access, and the list would never end.
 *
 * @param after only later numbers
 * @param until none beyond this number
 */
public record Span(long after, long until) {

    /**
     * Where a list goes on; all of it without a cursor.
     *
     * @param newest number of the newest entry
     * @throws ProblemException if it is no cursor of that list
     */
    static Span of(@Nullable String cursor, String list, LongSupplier newest) {
        if (cursor == null) {
            return new Span(0, newest.getAsLong());
        }
        try {
            var key = Cursor.decode(cursor, list, 2);
            return new Span(Long.parseLong(key.getFirst()), Long.parseLong(key.getLast()));
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.of(
                    List.of(Fault.inParameter(Cursor.PARAMETER, FaultCode.INVALID, "must be a cursor given here"))));
        }
    }

    /** The cursor to what comes behind an access. */
    Cursor behind(AccessView last, String list) {
        return new Cursor(list, List.of(Long.toString(last.number()), Long.toString(until)));
    }
}
