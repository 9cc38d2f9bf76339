package org.consentledger.query.timeline;

import org.consentledger.query.consent.PlacedFact;
import org.jspecify.annotations.Nullable;

/**
 * A segment as it is drawn.
 *
 * @param fact from which the segment follows; null if it is not among those whose evidence is shown
 * @param isLate whether the ledger took the fact long after it had happened
 * @param word the state
 * @param says all that it shows, in words
 */
record Bar(
        Segment segment, double x, double width, @Nullable PlacedFact fact, boolean isLate, String word, String says) {

    private static final double LETTER = 7.2;

    public String style() {
        return segment.standing().style();
    }

    /** How wide the plate below the word is. */
    public double plate() {
        return word.length() * LETTER + 10;
    }

    /** Whether the word fits into it. */
    public boolean fits() {
        return width > plate() + 10;
    }
}
