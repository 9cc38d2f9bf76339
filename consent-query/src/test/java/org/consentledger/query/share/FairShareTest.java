package org.consentledger.query.share;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairShareTest {

    private static final Set<String> WORKS = Set.of("p", "q");

    @Test
    void oneNodeDoesAll() {
        assertThat(FairShare.of(List.of(able("a")), Map.of())).isEqualTo(Map.of("p", "a", "q", "a"));
        assertThat(FairShare.of(List.of(), Map.of("p", "a"))).isEmpty();
    }

    @Test
    void aNodeThatJoinsGetsItsShareAndNoMoreIsMoved() {
        assertThat(FairShare.of(List.of(able("a"), able("b")), Map.of("p", "b", "q", "b")))
                .isEqualTo(Map.of("p", "b", "q", "a"));
        assertThat(FairShare.of(List.of(able("a"), able("b"), able("c")), Map.of("p", "c", "q", "b")))
                .isEqualTo(Map.of("p", "c", "q", "b"));
    }

    @Test
    void whatADeadNodeDidGoesToWhoeverDoesLeast() {
        assertThat(FairShare.of(List.of(able("b"), able("c")), Map.of("p", "a", "q", "b")))
                .isEqualTo(Map.of("p", "c", "q", "b"));
    }

    @Test
    void whoIsStuckGivesItToSomebodyWhoIsNot() {
        var older = new Member("a", WORKS, Set.of("p"));
        assertThat(FairShare.of(List.of(older, able("b")), Map.of("p", "a", "q", "b")))
                .isEqualTo(Map.of("p", "b", "q", "a"));
        var alsoStuck = new Member("b", WORKS, WORKS);
        assertThat(FairShare.of(List.of(older, alsoStuck), Map.of("p", "b", "q", "a")))
                .isEqualTo(Map.of("p", "b", "q", "a"));
    }

    @Test
    void whatOnlyANewerReleaseKnowsIsItsOwn() {
        var newer = new Member("b", Set.of("p", "q", "r"), Set.of());
        assertThat(FairShare.of(List.of(able("a"), newer), Map.of("p", "a", "q", "a")))
                .isEqualTo(Map.of("p", "a", "q", "a", "r", "b"));
    }

    /** Whatever the nodes did before. */
    @Test
    void sharesAreEvenAndStayAsTheyAreOnceTheyAreSo() {
        var random = new Random(8);
        for (var round = 0; round < 2_000; round++) {
            var works = IntStream.range(0, 1 + random.nextInt(7))
                    .mapToObj(i -> "w" + i)
                    .toList();
            var members = new ArrayList<>(IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(i -> new Member("n" + i, Set.copyOf(works), Set.of()))
                    .toList());
            var before = new HashMap<String, String>();
            works.forEach(work -> before.put(work, "n" + random.nextInt(7)));

            var shares = FairShare.of(members, before);
            Collections.shuffle(members, random);

            assertThat(shares.keySet()).isEqualTo(new TreeSet<>(works));
            var loads = shares.values().stream().collect(groupingBy(node -> node, counting()));
            assertThat(members)
                    .allSatisfy(member -> assertThat(loads.getOrDefault(member.node(), 0L))
                            .isBetween((long) works.size() / members.size(), (works.size() - 1L) / members.size() + 1));
            assertThat(FairShare.of(members, before)).as("seen by another").isEqualTo(shares);
            assertThat(FairShare.of(members, shares)).as("next time").isEqualTo(shares);
            assertThat(moved(before, shares)).as("moved").isEqualTo(needed(before, works, members));
        }
    }

    /** Whoever is stuck with whatever. */
    @Test
    void nobodyIsGivenWhatAnotherCanDoBetterAndNothingGoesToAndFro() {
        var random = new Random(9);
        for (var round = 0; round < 2_000; round++) {
            var works = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(i -> "w" + i)
                    .toList();
            var members = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(i -> new Member("n" + i, Set.copyOf(works), some(works, random)))
                    .toList();
            var before = new HashMap<String, String>();
            works.forEach(work -> before.put(work, "n" + random.nextInt(5)));

            var shares = FairShare.of(members, before);

            assertThat(shares)
                    .allSatisfy((work, node) -> assertThat(members)
                            .filteredOn(member -> member.isAbleTo(work))
                            .satisfiesAnyOf(
                                    able -> assertThat(able).isEmpty(),
                                    able -> assertThat(able)
                                            .extracting(Member::node)
                                            .contains(node)));
            var next = FairShare.of(members, shares);
            assertThat(FairShare.of(members, next)).isEqualTo(next);
        }
    }

    private static Set<String> some(List<String> works, Random random) {
        return works.stream().filter(work -> random.nextInt(3) == 0).collect(Collectors.toSet());
    }

    private static long moved(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(share -> !share.getValue().equals(before.get(share.getKey())))
                .count();
    }

    /** What nobody who is alive did, and what somebody did beyond the share. */
    private static long needed(Map<String, String> before, List<String> works, List<Member> members) {
        var each = works.size() / members.size();
        var held = members.stream()
                .map(member ->
                        before.values().stream().filter(member.node()::equals).count())
                .sorted(Collections.reverseOrder())
                .toList();
        var kept = 0L;
        for (var i = 0; i < held.size(); i++) {
            kept += Math.min(held.get(i), each + (i < works.size() % members.size() ? 1 : 0));
        }
        return works.size() - kept;
    }

    private static Member able(String node) {
        return new Member(node, WORKS, Set.of());
    }
}
