package org.consentledger.query.timeline;

import java.time.Instant;
import java.util.List;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.knowledge.KnownAt;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a subject's timeline.
 *
 * @param asOf world time, UTC; null for now
 * @param knownAt how much of the ledger counts; null for all
 * @param from world time at the left edge of the picture, UTC; null for where the history begins
 * @param to world time at its right edge, UTC; null for where the history ends
 */
record Question(
        @Nullable Instant asOf,
        @Nullable KnownAt knownAt,
        @Nullable Instant from,
        @Nullable Instant to) {

    /**
     * Takes over what was asked.
     *
     * @throws ProblemException if the picture would have no width
     */
    Question {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new ProblemException(
                    Problem.of(List.of(Fault.inParameter("to", FaultCode.INVALID, "must be later than from"))));
        }
    }

    /** Whether a moment was chosen, and not how it stands now with everything known. */
    public boolean isOfAnotherMoment() {
        return asOf != null || knownAt != null;
    }

    /**
     * Parameters that compare the moment chosen with how it stands now; with one that is still to come, the other way round;
     * and with none chosen, all that the picture shows.
     */
    public String sinceThen(Moment moment) {
        var known = knownAt == null ? "" : "&fromKnownAt=" + knownAtText();
        if (moment.asOf().isAfter(moment.now())) {
            return "fromAsOf=" + moment.now() + known + "&toAsOf=" + moment.asOf();
        }
        var first =
                isOfAnotherMoment() ? moment.asOf() : moment.picture().axis().from();
        return "fromAsOf=" + first + known;
    }

    /** As a parameter: a position, a time, or nothing. */
    public String knownAtText() {
        return switch (knownAt) {
            case KnownAt.Position position -> Long.toString(position.position());
            case KnownAt.Time time -> time.recordedBy().toString();
            case null -> "";
        };
    }
}
