package org.consentledger.difference;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consentledger.notice.Notice;
import org.consentledger.timeline.ConsentFact;
import org.consentledger.timeline.ConsentState;
import org.consentledger.timeline.ConsentStatus;
import org.jspecify.annotations.Nullable;

/**
 * The way from one moment to another for one purpose, in two legs: first the ledger learns what it did not know, while the
 * world stands still; then time goes by, with everything known.
 */
final class ConsentChanges {

    private final String purpose;
    private final Moment from;
    private final Moment to;
    /** What the second moment knows, at the world time of the first. */
    private final Moment learnt;

    private final List<Change> changes = new ArrayList<>();
    private int leftOut;

    private ConsentChanges(String purpose, Moment from, Moment to) {
        this.purpose = purpose;
        this.from = from;
        this.to = to;
        this.learnt = to.at(from.asOf());
    }

    /** Empty if nothing lies between. */
    static Optional<PurposeDifference> of(String purpose, Moment from, Moment to) {
        var way = new ConsentChanges(purpose, from, to);
        way.learn();
        way.goOn();
        return way.changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new PurposeDifference(
                        purpose, from.consent(purpose), to.consent(purpose), way.changes, way.leftOut));
    }

    private void learn() {
        var known = from.timeline().consentFacts(purpose).stream()
                .map(ConsentFact::eventId)
                .collect(toSet());
        var late = to.timeline().consentFacts(purpose).stream()
                .filter(fact -> !fact.at().isAfter(from.asOf()))
                .filter(fact -> !known.contains(fact.eventId()))
                .toList();
        var before = from.consent(purpose);
        var after = learnt.consent(purpose);
        var listed = latest(late);
        for (var fact : listed) {
            var with = fact.eventId().equals(after.eventId()) ? after : before;
            changes.add(new Change.Learnt(fact, before, with));
            before = with;
        }
        if (!before.equals(after)) {
            changes.add(new Change.NoticeLearnt(askedAgainBy(after, learnt), before, after));
        }
    }

    private void goOn() {
        var facts = to.timeline().consentFacts(purpose);
        var times = latest(telling(facts));
        if (times.isEmpty()) {
            return;
        }
        var before = to.at(justBefore(times.getFirst())).consent(purpose);
        for (var time : times) {
            var moment = to.at(time);
            var after = moment.consent(purpose);
            var said = facts.stream().filter(fact -> fact.at().equals(time)).toList();
            if (said.isEmpty() && before.state() != after.state()) {
                var ending = after.endings().getFirst();
                changes.add(new Change.Ended(
                        ending,
                        ending.state() == ConsentState.OUTDATED ? askedAgainBy(after, moment) : null,
                        before,
                        after));
            }
            for (var fact : said) {
                var with = fact.eventId().equals(after.eventId()) ? after : before;
                changes.add(new Change.Said(fact, before, with));
                before = with;
            }
            before = after;
        }
    }

    /** When between the two world times something may change, in order. */
    private List<Instant> telling(List<ConsentFact> facts) {
        var ends = facts.stream()
                .filter(ConsentFact.Given.class::isInstance)
                .map(ConsentFact.Given.class::cast)
                .flatMap(given -> Stream.ofNullable(given.validUntil()));
        var renewals =
                to.catalogue().notices().stream().filter(Notice::asksAgain).map(Notice::effectiveFrom);
        var times = new TreeSet<Instant>();
        Stream.of(facts.stream().map(ConsentFact::at), ends, renewals)
                .flatMap(some -> some)
                .filter(time -> time.isAfter(from.asOf()) && !time.isAfter(to.asOf()))
                .forEach(times::add);
        return List.copyOf(times);
    }

    private <T> List<T> latest(List<T> all) {
        var tooMany = Math.max(0, all.size() - Difference.CHANGES_MAX);
        leftOut += tooMany;
        return all.subList(tooMany, all.size());
    }

    private static @Nullable Notice askedAgainBy(ConsentStatus status, Moment moment) {
        var notice = status.notice();
        var version = status.noticeVersion();
        return status.state() == ConsentState.OUTDATED && notice != null && version != null
                ? moment.catalogue()
                        .askedAgainBy(notice, version, moment.asOf())
                        .orElse(null)
                : null;
    }

    private Instant justBefore(Instant time) {
        var before = time.minusNanos(1);
        return before.isBefore(from.asOf()) ? from.asOf() : before;
    }
}
