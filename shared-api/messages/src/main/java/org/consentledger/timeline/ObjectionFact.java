package org.consentledger.timeline;

import java.time.Instant;
import java.util.Comparator;

/** What the timeline keeps of an objection event. */
public sealed interface ObjectionFact extends Fact {

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
