package org.consentledger.difference;

import java.util.List;
import org.consentledger.timeline.ObjectionFact;

/**
 * What changed in a subject's objections to one purpose.
 *
 * @param from whether one stood at the one moment
 * @param to whether one stood at the other
 * @param changes what was learnt late, then what happened, each in order of world time
 * @param leftOut how many earlier things are not listed, as there are too many
 */
public record ObjectionDifference(
        String purpose, boolean from, boolean to, List<ObjectionChange> changes, int leftOut) {

    public ObjectionDifference {
        changes = List.copyOf(changes);
    }

    /**
     * An objection, or its withdrawal.
     *
     * @param learnt whether it lies before the earlier world time and became known between the two ledger times
     * @param stoodBefore whether an objection stood without it
     * @param standsAfter whether one stands with it
     */
    public record ObjectionChange(ObjectionFact fact, boolean learnt, boolean stoodBefore, boolean standsAfter) {

        /** Whether it made a difference. */
        public boolean counts() {
            return stoodBefore != standsAfter;
        }
    }
}
