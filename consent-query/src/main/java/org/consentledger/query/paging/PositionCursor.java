package org.consentledger.query.paging;

import java.util.List;
import org.consentledger.http.paging.Cursor;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Cursors of lists in order of position. */
public final class PositionCursor {

    private PositionCursor() {}

    public static Cursor at(String list, long position) {
        return new Cursor(list, List.of(Long.toString(position)));
    }

    /**
     * The position after which the list goes on; -1 without a cursor.
     *
     * @throws ProblemException if it is no cursor of that list
     */
    public static long after(@Nullable String cursor, String list) {
        if (cursor == null) {
            return -1;
        }
        try {
            return Long.parseLong(Cursor.decode(cursor, list, 1).getFirst());
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.of(
                    List.of(Fault.inParameter(Cursor.PARAMETER, FaultCode.INVALID, "must be a cursor given here"))));
        }
    }
}
