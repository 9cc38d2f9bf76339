package org.consentledger.query.report.overview;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.query.consent.SubjectTimeline;
import org.consentledger.query.report.period.Period;
import org.consentledger.timeline.ConsentFact;
import org.consentledger.timeline.ConsentState;
import org.consentledger.timeline.Renewal;
import org.consentledger.timeline.Timeline;

/**
 * Follows each subject's consents through a period and counts what becomes of them. What is in force at any moment is what the
 * rules of the timeline say, and nothing else decides it: they are asked at every moment at which their answer can change.
 */
final class ConsentFlows {

    private final Period period;
    private final Renewal renewal;
    private final SortedMap<String, Tally> tallies = new TreeMap<>();

    /** @param renewal when notices ask again */
    ConsentFlows(Period period, Renewal renewal) {
        this.period = period;
        this.renewal = renewal;
    }

    /** By purpose code, in its order. */
    SortedMap<String, Tally> tallies() {
        return Collections.unmodifiableSortedMap(tallies);
    }

    void add(SubjectTimeline facts) {
        facts.timeline()
                .purposesSpokenOf(period.to())
                .forEach(
                        purpose -> follow(facts, purpose, tallies.computeIfAbsent(purpose, code -> new Tally(period))));
    }

    private void follow(SubjectTimeline facts, String purpose, Tally tally) {
        var wasInForce = false;
        var begins = false;
        for (var at : turningPoints(facts, purpose)) {
            if (!at.isBefore(period.to())) {
                break;
            }
            if (!begins && !at.isBefore(period.from())) {
                begins = true;
                countBefore(wasInForce, tally);
            }
            var isInForce = isInForce(facts, purpose, at);
            if (begins && isInForce != wasInForce) {
                turn(facts, purpose, at, isInForce, tally);
            }
            wasInForce = isInForce;
        }
        if (!begins) {
            countBefore(wasInForce, tally);
        }
        countSaid(facts.timeline(), purpose, tally);
    }

    private static void countBefore(boolean isInForce, Tally tally) {
        if (isInForce) {
            tally.inForceBefore();
        }
    }

    private void turn(SubjectTimeline facts, String purpose, Instant at, boolean isInForce, Tally tally) {
        if (isInForce) {
            tally.begun(part(at));
        } else {
            tally.ended(
                    part(at),
                    facts.isErasedAt(at)
                            ? Ending.ERASED
                            : Ending.by(facts.timeline()
                                    .consent(purpose, at, renewal)
                                    .state()));
        }
    }

    private boolean isInForce(SubjectTimeline facts, String purpose, Instant at) {
        return !facts.isErasedAt(at)
                && facts.timeline().consent(purpose, at, renewal).state() == ConsentState.GIVEN;
    }

    /** Every moment at which something may begin or end: a word of the subject, the end of a validity, a notice, the erasure. */
    private Set<Instant> turningPoints(SubjectTimeline facts, String purpose) {
        var moments = new TreeSet<Instant>();
        facts.timeline().facts(purpose).forEach(fact -> {
            moments.add(fact.at());
            if (fact instanceof ConsentFact.Given given) {
                if (given.validUntil() != null) {
                    moments.add(given.validUntil());
                }
                renewal.askedAgainAt(given.notice(), given.noticeVersion(), period.to())
                        .ifPresent(moments::add);
            }
        });
        facts.timeline().facts(ConsentRevoked.EVERY_PURPOSE).forEach(fact -> moments.add(fact.at()));
        if (facts.erasedAt() != null) {
            moments.add(facts.erasedAt());
        }
        return moments;
    }

    private void countSaid(Timeline timeline, String purpose, Tally tally) {
        for (var fact : timeline.facts(purpose)) {
            if (fact.at().isBefore(period.from()) || !fact.at().isBefore(period.to())) {
                continue;
            }
            switch (fact) {
                case ConsentFact.Given given -> tally.given(part(given.at()));
                case ConsentFact.Refused refused -> tally.refused(part(refused.at()));
                case ConsentFact.Revoked revoked -> {}
            }
        }
    }

    private int part(Instant at) {
        var found = Collections.binarySearch(period.bounds(), at);
        return found >= 0 ? found : -found - 2;
    }
}
