package org.consentledger.bench.seed;

/**
 * So many subjects with so many events each. Written as {@code prefix,first,subjects,events}.
 *
 * @param prefix the subjects are named prefix and number, from {@code first} on
 */
public record SeedPlan(String prefix, int first, int subjects, int events) {

    static SeedPlan parse(String text) {
        var parts = text.split(",", -1);
        return new SeedPlan(
                parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
    }

    public long total() {
        return (long) subjects * events;
    }

    @Override
    public String toString() {
        return String.join(",", prefix, Integer.toString(first), Integer.toString(subjects), Integer.toString(events));
    }
}
