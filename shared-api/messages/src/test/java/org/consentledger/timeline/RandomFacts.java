package org.consentledger.timeline;

import static org.consentledger.consent.ConsentRevoked.EVERY_PURPOSE;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.notice.ConsentForm;
import org.jspecify.annotations.Nullable;

/** What a subject may come to say of three purposes within a day, in any order of arrival. */
final class RandomFacts {

    static final List<String> PURPOSES = List.of("newsletter", "statistics", "images");
    static final Renewal V1_ASKED_AGAIN_AT_8 = (notice, version, asOf) -> Stream.of(hour(8))
            .filter(at -> version.equals("v1") && !at.isAfter(asOf))
            .findFirst();

    private static final int FACTS = 24;
    private static final List<ConsentForm> FORMS = List.of(ConsentForm.values());

    private RandomFacts() {}

    /** Facts of which many are of the same moment. */
    static List<Fact> withTies(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(FACTS + 1))
                .mapToObj(i -> fact(i, aroundTheHour(random), random))
                .toList();
    }

    /** Facts no two of which are of the same moment. */
    static List<Fact> ofDifferentMoments(RandomGenerator random) {
        var moments = new ArrayList<>(random.ints(FACTS, 0, 24 * 60)
                .distinct()
                .mapToObj(minute -> hour(0).plus(minute, ChronoUnit.MINUTES))
                .toList());
        return IntStream.range(0, moments.size())
                .mapToObj(i -> fact(i, moments.get(i), random))
                .toList();
    }

    /** Every moment at which an answer may change, the microsecond before and the one after. */
    static List<Instant> telling(List<? extends Fact> facts) {
        var moments = new TreeSet<Instant>();
        moments.add(hour(8));
        for (var fact : facts) {
            moments.add(fact.at());
            if (fact instanceof ConsentFact.Given given && given.validUntil() != null) {
                moments.add(given.validUntil());
            }
        }
        return moments.stream()
                .flatMap(at -> Stream.of(at.minusNanos(1_000), at, at.plusNanos(1_000)))
                .distinct()
                .toList();
    }

    static <T> List<T> inAnyOrder(List<T> things, RandomGenerator random) {
        var shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, Random.from(random));
        return shuffled;
    }

    private static Fact fact(int number, Instant at, RandomGenerator random) {
        var purpose = PURPOSES.get(random.nextInt(PURPOSES.size()));
        var eventId = "event-" + number;
        var version = random.nextBoolean() ? "v1" : "v2";
        return switch (random.nextInt(12)) {
            case 0, 1 -> new ConsentFact.Refused(purpose, at, "reference", version, eventId);
            case 2, 3 -> new ConsentFact.Revoked(purpose, at, eventId);
            case 4 -> new ConsentFact.Revoked(EVERY_PURPOSE, at, eventId);
            case 5, 6 -> new ObjectionFact.Objected(purpose, at, eventId);
            case 7 -> new ObjectionFact.Withdrawn(purpose, at, eventId);
            default -> new ConsentFact.Given(purpose, at, end(at, random), "reference", version, form(random), eventId);
        };
    }

    private static @Nullable Instant end(Instant at, RandomGenerator random) {
        return random.nextBoolean() ? null : at.plus(Duration.ofHours(random.nextInt(1, 6)));
    }

    private static ConsentForm form(RandomGenerator random) {
        return FORMS.get(random.nextInt(FORMS.size()));
    }

    private static Instant aroundTheHour(RandomGenerator random) {
        return hour(random.nextInt(12)).plusNanos(random.nextInt(4) == 0 ? 1_000L * random.nextInt(-1, 2) : 0);
    }

    private static Instant hour(int hour) {
        return Instant.parse("2016-11-07T00:00:00Z").plus(hour, ChronoUnit.HOURS);
    }
}
