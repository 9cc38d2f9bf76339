package org.consentledger.bench.staleness;

import java.util.List;
import java.util.function.ToLongFunction;
import org.consentledger.bench.load.Latencies;

/** How long recorded events stayed out of sight. */
final class Staleness {

    private static final long NS_PER_MICRO = 1_000;

    private Staleness() {}

    /**
     * From a moment of each event to the first sighting of its position or a later one.
     *
     * @param sightings in order of time; positions never fall
     * @param since the moment, microseconds
     * @throws IllegalStateException if an event was never seen
     */
    static Latencies of(List<Sighting> sightings, List<Recorded> events, ToLongFunction<Recorded> since) {
        var latencies = new Latencies();
        for (var event : events) {
            var seen = sightings.get(first(sightings, event.position()));
            latencies.add((seen.at() - since.applyAsLong(event)) * NS_PER_MICRO);
        }
        return latencies;
    }

    private static int first(List<Sighting> sightings, long position) {
        var low = 0;
        var high = sightings.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sightings.get(middle).position() >= position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low == sightings.size()) {
            throw new IllegalStateException("position " + position + " was never seen");
        }
        return low;
    }
}
