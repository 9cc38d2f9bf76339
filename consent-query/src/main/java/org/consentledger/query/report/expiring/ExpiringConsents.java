package org.consentledger.query.report.expiring;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.consentledger.query.consent.ConsentFacts;
import org.consentledger.query.consent.SubjectTimeline;
import org.consentledger.query.report.expiring.Candidates.Candidate;
import org.consentledger.query.report.expiring.Expiring.ExpiringConsent;
import org.consentledger.timeline.ConsentState;
import org.consentledger.timeline.Renewal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds consents that will end by themselves, as the rules of the timeline have it. */
@Component
class ExpiringConsents {

    private static final int BATCH = 2_000;

    private final Candidates candidates;
    private final ConsentFacts facts;

    ExpiringConsents(Candidates candidates, ConsentFacts facts) {
        this.candidates = candidates;
        this.facts = facts;
    }

    /**
     * What was found.
     *
     * @param byPurpose how many in the whole window
     * @param page one more than asked for if there are more
     */
    record Found(SortedMap<String, Long> byPurpose, List<Placed> page) {}

    /** A consent and its place in the list. */
    record Placed(ExpiringConsent consent, Mark mark) {}

    /**
     * Goes through the whole window, to count, and takes a page out of it.
     *
     * @param after behind which the page begins; null for the beginning
     */
    Found within(Window window, Renewal renewal, long reached, @Nullable Mark after, int limit) {
        var byPurpose = new TreeMap<String, Long>();
        var page = new ArrayList<Placed>();
        var batch = candidates.next(Mark.behind(window.now()), window.until(), reached, BATCH);
        while (!batch.isEmpty()) {
            var subjects = subjects(batch, reached);
            for (var candidate : batch) {
                ending(candidate, subjects.get(candidate.subjectId()), window.now(), renewal)
                        .ifPresent(consent -> {
                            byPurpose.merge(consent.purpose(), 1L, Long::sum);
                            if (page.size() <= limit
                                    && (after == null || candidate.mark().compareTo(after) > 0)) {
                                page.add(new Placed(consent, candidate.mark()));
                            }
                        });
            }
            batch = candidates.next(batch.getLast().mark(), window.until(), reached, BATCH);
        }
        return new Found(byPurpose, page);
    }

    private Map<String, SubjectTimeline> subjects(List<Candidate> batch, long reached) {
        var ids = batch.stream().map(Candidate::subjectId).distinct().toList();
        return facts.of(ids, reached).stream().collect(toMap(SubjectTimeline::subjectId, identity()));
    }

    /** Only if it is this consent that is in force now, and still is the one that rules when its validity ends. */
    private static Optional<ExpiringConsent> ending(
            Candidate candidate, @Nullable SubjectTimeline subject, Instant now, Renewal renewal) {
        if (subject == null || subject.erasedAt() != null) {
            return Optional.empty();
        }
        var timeline = subject.timeline();
        var today = timeline.consent(candidate.purpose(), now, renewal);
        var then = timeline.consent(candidate.purpose(), candidate.validUntil(), renewal);
        if (today.state() != ConsentState.GIVEN
                || !candidate.eventId().equals(today.eventId())
                || !candidate.eventId().equals(then.eventId())
                || then.since() == null) {
            return Optional.empty();
        }
        return Optional.of(new ExpiringConsent(
                then.since(),
                then.state(),
                candidate.validUntil(),
                candidate.subjectId(),
                candidate.purpose(),
                candidate.eventId()));
    }
}
