package org.consentledger.timeline;

import java.time.Instant;
import java.util.Comparator;
import org.consentledger.objection.ObjectionEvent;
import org.consentledger.objection.ObjectionWithdrawn;
import org.consentledger.objection.ProcessingObjected;

/** What the timeline keeps of an objection event. */
public sealed interface ObjectionFact extends Fact {

    /** The fact an event adds. */
    static ObjectionFact of(ObjectionEvent event, String eventId) {
        return switch (event) {
            case ProcessingObjected e -> new Objected(e.purpose(), e.objectedAt(), eventId);
            case ObjectionWithdrawn e -> new Withdrawn(e.purpose(), e.withdrawnAt(), eventId);
        };
    }

    /**
     * The subject objected.
     *
     * @param at world time from which the objection stands (inclusive), UTC
     */
    record Objected(String purpose, Instant at, String eventId) implements ObjectionFact {}

    /**
     * The subject took an objection back.
     *
     * @param at world time from which it no longer stands (inclusive), UTC
     */
    record Withdrawn(String purpose, Instant at, String eventId) implements ObjectionFact {}

    /** World time first; of two at the same time the objection wins. */
    Comparator<ObjectionFact> ORDER = Comparator.comparing(ObjectionFact::at).thenComparing(f -> f instanceof Objected);
}
