package org.consentledger.difference;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consentledger.difference.ObjectionDifference.ObjectionChange;
import org.consentledger.timeline.ObjectionFact;

/** The way from one moment to another for objections to one purpose: first what was learnt, then what happened. */
final class ObjectionChanges {

    private ObjectionChanges() {}

    /** Empty if nothing lies between. */
    static Optional<ObjectionDifference> of(String purpose, Moment from, Moment to) {
        var known = from.timeline().objectionFacts(purpose).stream()
                .map(ObjectionFact::eventId)
                .collect(toSet());
        var facts = to.timeline().objectionFacts(purpose);
        var late = facts.stream()
                .filter(fact -> !fact.at().isAfter(from.asOf()) && !known.contains(fact.eventId()))
                .toList();
        var said = facts.stream()
                .filter(fact -> fact.at().isAfter(from.asOf()) && !fact.at().isAfter(to.asOf()))
                .toList();
        var stands = from.objects(purpose);
        var changes = new ArrayList<ObjectionChange>();
        for (var i = leftOut(late); i < late.size(); i++) {
            // if any of them rules, it is the last
            var after = i == late.size() - 1 ? to.at(from.asOf()).objects(purpose) : stands;
            changes.add(new ObjectionChange(late.get(i), true, stands, after));
            stands = after;
        }
        if (leftOut(said) > 0) {
            stands = to.at(said.get(leftOut(said) - 1).at()).objects(purpose);
        }
        for (var i = leftOut(said); i < said.size(); i++) {
            var at = said.get(i).at();
            var isOverruled = i + 1 < said.size() && said.get(i + 1).at().equals(at);
            var after = isOverruled ? stands : to.at(at).objects(purpose);
            changes.add(new ObjectionChange(said.get(i), false, stands, after));
            stands = after;
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new ObjectionDifference(
                        purpose, from.objects(purpose), to.objects(purpose), changes, leftOut(late) + leftOut(said)));
    }

    private static int leftOut(List<ObjectionFact> all) {
        return Math.max(0, all.size() - Difference.CHANGES_MAX);
    }
}
