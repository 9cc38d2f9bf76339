package org.consentledger.query.replay;

import java.util.List;

/**
 * What the live projections say otherwise than the events do.
 *
 * @param differences how many; none where everything is right
 * @param missing rows that events explain and a live table lacks
 * @param unexplained rows that a live table has and no event explains
 * @param different rows of which a live table has another form than events say
 * @param compared how far each live projection had come, and so was compared
 */
public record ReplayComparison(
        long differences, long missing, long unexplained, long different, List<ReplayCompared> compared) {

    public ReplayComparison {
        compared = List.copyOf(compared);
    }

    /**
     * How far one was compared.
     *
     * @param upTo position; lower than the replay's own only if the live projection did not come as far in time
     */
    public record ReplayCompared(String projection, long upTo) {}
}
