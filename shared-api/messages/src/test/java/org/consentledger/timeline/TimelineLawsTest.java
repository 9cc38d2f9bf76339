package org.consentledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.consentledger.consent.ConsentRevoked.EVERY_PURPOSE;
import static org.consentledger.timeline.RandomFacts.PURPOSES;
import static org.consentledger.timeline.RandomFacts.V1_ASKED_AGAIN_AT_8;
import static org.consentledger.timeline.RandomFacts.inAnyOrder;
import static org.consentledger.timeline.RandomFacts.telling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.consentledger.law.Law;
import org.junit.jupiter.api.Test;

class TimelineLawsTest {

    @Test
    void the_order_of_arrival_never_matters_for_facts_of_different_moments() {
        Law.holds("order of arrival", RandomFacts::ofDifferentMoments, (facts, random) -> {
            var asTold = told(facts);
            for (var i = 0; i < 3; i++) {
                var shuffled = told(inAnyOrder(facts, random));
                telling(facts).forEach(at -> assertThat(answers(shuffled, at)).isEqualTo(answers(asTold, at)));
            }
        });
    }

    @Test
    void what_is_said_of_one_purpose_never_touches_another() {
        Law.holds("one purpose, one word", RandomFacts::withTies, (facts, random) -> {
            var all = told(facts);
            for (var purpose : PURPOSES) {
                var alone =
                        told(facts.stream().filter(f -> concerns(f, purpose)).toList());
                telling(facts)
                        .forEach(at -> assertThat(answer(alone, purpose, at)).isEqualTo(answer(all, purpose, at)));
            }
        });
    }

    @Test
    void saying_the_same_thing_again_changes_nothing() {
        Law.holds("said twice", RandomFacts::ofDifferentMoments, (facts, random) -> {
            var repeated = new ArrayList<>(facts);
            facts.stream()
                    .filter(f -> random.nextInt(3) == 0)
                    .forEach(f -> repeated.add(random.nextInt(repeated.size() + 1), f));
            var once = told(facts);
            var twice = told(repeated);
            telling(facts).forEach(at -> assertThat(answers(twice, at)).isEqualTo(answers(once, at)));
        });
    }

    @Test
    void a_timeline_of_the_latest_facts_answers_like_the_complete_one_or_not_at_all() {
        Law.holds("only the latest", RandomFacts::withTies, (facts, random) -> {
            var complete = told(facts);
            var latest = told(Timeline.keepingLatest(random.nextInt(1, 5)), facts);
            for (var at : telling(facts)) {
                if (latest.isCompleteAt(at)) {
                    assertThat(answers(latest, at)).isEqualTo(answers(complete, at));
                } else {
                    assertThatIllegalStateException().isThrownBy(() -> latest.purposesSpokenOf(at));
                    assertThatIllegalStateException().isThrownBy(() -> latest.standingObjections(at));
                }
                for (var purpose : PURPOSES) {
                    if (latest.isCompleteAt(at, Set.of(purpose))) {
                        assertThat(latest.consent(purpose, at, Renewal.NEVER))
                                .isEqualTo(complete.consent(purpose, at, Renewal.NEVER));
                        assertThat(latest.objection(purpose, at)).isEqualTo(complete.objection(purpose, at));
                    } else {
                        assertThatIllegalStateException().isThrownBy(() -> latest.consent(purpose, at, Renewal.NEVER));
                        assertThatIllegalStateException().isThrownBy(() -> latest.objection(purpose, at));
                    }
                }
            }
            facts.stream()
                    .map(Fact::at)
                    .max(Comparator.naturalOrder())
                    .ifPresent(newest -> assertThat(latest.isCompleteAt(newest)).isTrue());
        });
    }

    @Test
    void facts_told_all_at_once_make_the_timeline_that_facts_told_one_by_one_make() {
        Law.holds(
                "all at once",
                RandomFacts::withTies,
                (facts, random) -> assertThat(Timeline.of(facts)).isEqualTo(told(facts)));
    }

    @Test
    void of_facts_of_the_same_moment_the_most_restrictive_wins() {
        Law.holds("the more restrictive", RandomFacts::withTies, (facts, random) -> {
            var timeline = told(inAnyOrder(facts, random));
            for (var purpose : PURPOSES) {
                var consents = of(purpose, ConsentFact.class, facts);
                for (var at : consents.stream().map(Fact::at).distinct().toList()) {
                    var tied = consents.stream().filter(f -> f.at().equals(at)).toList();
                    var status = timeline.consent(purpose, at, Renewal.NEVER);
                    assertThat(status.state()).isEqualTo(mostRestrictive(tied));
                    if (status.state() == ConsentState.GIVEN) {
                        assertThat(weakest(tied)).anySatisfy(g -> {
                            assertThat(status.until()).isEqualTo(g.validUntil());
                            assertThat(status.form()).isEqualTo(g.form());
                        });
                    }
                }
                var objections = of(purpose, ObjectionFact.class, facts);
                for (var at : objections.stream().map(Fact::at).distinct().toList()) {
                    var objected =
                            objections.stream().anyMatch(f -> f.at().equals(at) && f instanceof ObjectionFact.Objected);
                    assertThat(timeline.objection(purpose, at).isPresent()).isEqualTo(objected);
                }
            }
        });
    }

    @Test
    void revoking_everything_ends_every_consent_of_an_earlier_moment_whenever_it_arrives() {
        Law.holds("everything revoked", RandomFacts::withTies, (facts, random) -> {
            var timeline = told(inAnyOrder(facts, random));
            for (var everything : of(EVERY_PURPOSE, ConsentFact.Revoked.class, facts)) {
                var earlier = facts.stream()
                        .filter(f -> !f.at().isAfter(everything.at()))
                        .map(Fact::eventId)
                        .toList();
                telling(facts).stream()
                        .filter(at -> !at.isBefore(everything.at()))
                        .flatMap(at -> PURPOSES.stream().map(p -> timeline.consent(p, at, Renewal.NEVER)))
                        .filter(status -> earlier.contains(status.eventId()))
                        .forEach(status -> assertThat(status.state()).isEqualTo(ConsentState.REVOKED));
            }
        });
    }

    @Test
    void a_consent_is_in_force_from_its_beginning_until_just_before_its_end() {
        Law.holds("half-open validity", RandomFacts::withTies, (facts, random) -> {
            var timeline = told(facts);
            for (var given : facts.stream()
                    .filter(ConsentFact.Given.class::isInstance)
                    .map(ConsentFact.Given.class::cast)
                    .toList()) {
                for (var at : telling(facts)) {
                    var status = timeline.consent(given.purpose(), at, Renewal.NEVER);
                    if (given.eventId().equals(status.eventId())) {
                        var ended = given.validUntil() != null && !at.isBefore(given.validUntil());
                        assertThat(at).isAfterOrEqualTo(given.at());
                        assertThat(status.state()).isEqualTo(ended ? ConsentState.EXPIRED : ConsentState.GIVEN);
                        assertThat(status.since()).isEqualTo(ended ? given.validUntil() : given.at());
                    }
                }
            }
        });
    }

    private record Answer(ConsentStatus consent, Object objection) {}

    private static Answer answer(Timeline timeline, String purpose, Instant at) {
        return new Answer(timeline.consent(purpose, at, V1_ASKED_AGAIN_AT_8), timeline.objection(purpose, at));
    }

    private static List<Object> answers(Timeline timeline, Instant at) {
        return List.of(
                PURPOSES.stream().map(p -> answer(timeline, p, at)).toList(),
                timeline.purposesSpokenOf(at),
                timeline.standingObjections(at));
    }

    private static Timeline told(List<Fact> facts) {
        return told(Timeline.complete(), facts);
    }

    private static Timeline told(Timeline before, List<Fact> facts) {
        return facts.stream().reduce(before, Timeline::with, (one, other) -> other);
    }

    /** The facts of one kind that concern a purpose, those of every purpose included. */
    private static <F extends Fact> List<F> of(String purpose, Class<F> kind, List<Fact> facts) {
        return facts.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(f -> concerns(f, purpose))
                .toList();
    }

    private static boolean concerns(Fact fact, String purpose) {
        return fact.purpose().equals(purpose) || fact.purpose().equals(EVERY_PURPOSE);
    }

    private static ConsentState mostRestrictive(List<ConsentFact> tied) {
        return tied.stream()
                .map(fact -> switch (fact) {
                    case ConsentFact.Given given -> ConsentState.GIVEN;
                    case ConsentFact.Refused refused -> ConsentState.REFUSED;
                    case ConsentFact.Revoked revoked -> ConsentState.REVOKED;
                })
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Of the consents that end first, those of the weakest form. */
    private static List<ConsentFact.Given> weakest(List<ConsentFact> tied) {
        var consents = tied.stream().map(ConsentFact.Given.class::cast).toList();
        var end = consents.stream().map(TimelineLawsTest::end).min(Comparator.naturalOrder());
        var first = consents.stream().filter(g -> end.get().equals(end(g))).toList();
        var form = first.stream().map(ConsentFact.Given::form).min(Comparator.naturalOrder());
        return first.stream().filter(g -> g.form() == form.get()).toList();
    }

    private static Instant end(ConsentFact.Given given) {
        return given.validUntil() == null ? Instant.MAX : given.validUntil();
    }
}
