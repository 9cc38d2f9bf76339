package org.consentledger.difference;

import java.util.List;
import org.consentledger.timeline.ConsentStatus;

/**
 * What changed for one purpose.
 *
 * @param changes what was learnt late, then what happened, each in order of world time; each begins where the one before it
 *     ended
 * @param leftOut how many earlier things are not listed, as there are too many
 */
public record PurposeDifference(
        String purpose, ConsentStatus from, ConsentStatus to, List<Change> changes, int leftOut) {

    public PurposeDifference {
        changes = List.copyOf(changes);
    }
}
