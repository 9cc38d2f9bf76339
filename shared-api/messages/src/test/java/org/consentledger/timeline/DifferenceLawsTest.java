package org.consentledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.difference.Change;
import org.consentledger.difference.Difference;
import org.consentledger.difference.Moment;
import org.consentledger.law.Law;
import org.junit.jupiter.api.Test;

/** Whatever a person said, and in whatever order it arrived: the differences add up. */
class DifferenceLawsTest {

    @Test
    void the_changes_lead_without_a_gap_from_the_one_state_to_the_other() {
        Law.holds("changes are a way from one state to the other", RandomFacts::withTies, (facts, random) -> {
            var moments = twoMoments(facts, random);
            var difference = Difference.between(moments.getFirst(), moments.getLast());

            for (var purpose : difference.purposes()) {
                var at = purpose.from();
                for (var change : purpose.changes()) {
                    assertThat(change.before().state()).isEqualTo(at.state());
                    assertThat(change.before().eventId()).isEqualTo(at.eventId());
                    at = change.after();
                }
                assertThat(at.state()).isEqualTo(purpose.to().state());
                assertThat(at.eventId()).isEqualTo(purpose.to().eventId());
            }
        });
    }

    @Test
    void what_is_not_told_of_did_not_change() {
        Law.holds("no change goes untold", RandomFacts::withTies, (facts, random) -> {
            var moments = twoMoments(facts, random);
            var from = moments.getFirst();
            var to = moments.getLast();
            var difference = Difference.between(from, to);

            for (var purpose : RandomFacts.PURPOSES) {
                var isTold = difference.purposes().stream()
                        .anyMatch(told -> told.purpose().equals(purpose)
                                && told.changes().stream().anyMatch(Change::counts));
                var before = from.timeline().consent(purpose, from.asOf(), Renewal.NEVER);
                var after = to.timeline().consent(purpose, to.asOf(), Renewal.NEVER);
                if (spokenOf(purpose, to) && !before.state().equals(after.state())) {
                    assertThat(isTold).isTrue();
                }
                var objects = difference.objections().stream()
                        .anyMatch(told -> told.purpose().equals(purpose));
                if (from.timeline().objection(purpose, from.asOf()).isPresent()
                        != to.timeline().objection(purpose, to.asOf()).isPresent()) {
                    assertThat(objects).isTrue();
                }
            }
        });
    }

    private static boolean spokenOf(String purpose, Moment moment) {
        return moment.timeline().purposesEverSpokenOf().contains(purpose);
    }

    /** What was known first is a part of what is known then. */
    private static List<Moment> twoMoments(List<Fact> facts, RandomGenerator random) {
        var known = Timeline.of(facts.subList(0, random.nextInt(facts.size() + 1)));
        var all = Timeline.of(facts);
        var one = Instant.parse("2016-11-07T00:00:00Z").plusSeconds(random.nextInt(13 * 3600));
        return List.of(
                new Moment(known, Catalogue.EMPTY, one),
                new Moment(all, Catalogue.EMPTY, one.plusSeconds(random.nextInt(13 * 3600))));
    }
}
