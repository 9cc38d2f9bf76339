package org.consentledger.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A law that must hold for every sequence of steps. It is tried on sequences made from 300 fixed seeds and one random
 * one, or from the single seed given by the system property {@code ledger.seed}. A sequence that breaks it is cut down to
 * the steps that matter and reported with its seed.
 *
 * @param name what must hold, in words
 * @param story makes a sequence
 * @param claim fails with any exception or assertion if the sequence breaks the law; has to cope with any part of a
 *     sequence, the empty one included
 */
public record Law<S>(String name, Story<S> story, Claim<S> claim) {

    private static final String SEED_PROPERTY = "ledger.seed";
    private static final int FIXED_SEEDS = 300;
    private static final long RANDOM_SEED = new SplittableRandom().nextLong();

    /** Makes a sequence of steps. */
    @FunctionalInterface
    public interface Story<S> {
        List<S> tell(RandomGenerator random);
    }

    /** Looks whether a sequence keeps the law; {@code random} chooses alike each time the same seed is tried. */
    @FunctionalInterface
    public interface Claim<S> {
        void check(List<S> steps, RandomGenerator random);
    }

    /**
     * Tries the law on every seed.
     *
     * @throws AssertionError naming the seed and the shortest sequence found that breaks the law
     */
    public static <S> void holds(String name, Story<S> story, Claim<S> claim) {
        var law = new Law<>(name, story, claim);
        seeds().forEach(law::tryOn);
    }

    /** Tries the law on one seed. */
    void tryOn(long seed) {
        var told = story.tell(new SplittableRandom(seed));
        if (failure(told, seed).isEmpty()) {
            return;
        }
        var shortest = shrink(told, seed);
        var failure = failure(shortest, seed).orElseThrow();
        throw new AssertionError(report(seed, told.size(), shortest, failure), failure);
    }

    private static LongStream seeds() {
        var chosen = Long.getLong(SEED_PROPERTY);
        if (chosen != null) {
            return LongStream.of(chosen);
        }
        System.out.println("laws are tried on " + FIXED_SEEDS + " fixed seeds and on the random one " + RANDOM_SEED);
        return LongStream.concat(LongStream.range(0, FIXED_SEEDS), LongStream.of(RANDOM_SEED));
    }

    /** Drops one step after another for as long as the rest still breaks the law. */
    private List<S> shrink(List<S> broken, long seed) {
        return IntStream.range(0, broken.size())
                .mapToObj(i -> without(broken, i))
                .filter(shorter -> failure(shorter, seed).isPresent())
                .findFirst()
                .map(shorter -> shrink(shorter, seed))
                .orElse(broken);
    }

    private List<S> without(List<S> steps, int index) {
        var rest = new ArrayList<>(steps);
        rest.remove(index);
        return rest;
    }

    private Optional<Throwable> failure(List<S> steps, long seed) {
        try {
            claim.check(List.copyOf(steps), new SplittableRandom(~seed));
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(e);
        }
    }

    private String report(long seed, int told, List<S> shortest, Throwable failure) {
        var report = new StringBuilder("broken law: " + name + "\n")
                .append("seed: " + seed + " (again with -D" + SEED_PROPERTY + "=" + seed + ")\n")
                .append("steps that break it, " + shortest.size() + " of " + told + ":\n");
        shortest.forEach(step -> report.append("  ").append(step).append('\n'));
        return report.append(failure.getMessage()).toString();
    }
}
