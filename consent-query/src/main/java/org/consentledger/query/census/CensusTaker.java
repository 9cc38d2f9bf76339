package org.consentledger.query.census;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.query.consent.ConsentProjection;
import org.consentledger.query.consent.FactPages;
import org.consentledger.query.consent.KeptRenewal;
import org.consentledger.query.consent.SubjectTimeline;
import org.consentledger.query.projection.ProjectionPositions;
import org.consentledger.query.sampling.Sampling.Pause;
import org.consentledger.timeline.Renewal;
import org.jspecify.annotations.Nullable;

/**
 * Counts the consents in force, as the rules of the timeline say. All subjects are looked at once; after that, only those of
 * whom something is new, be it that they said something or that time has passed over the end of a consent.
 */
final class CensusTaker {

    private static final int SUBJECTS = 2_000;

    private final FactPages facts;
    private final ProjectionPositions positions;
    private final CatalogueReader catalogues;
    private final Clock clock;

    CensusTaker(FactPages facts, ProjectionPositions positions, CatalogueReader catalogues, Clock clock) {
        this.facts = facts;
        this.positions = positions;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /**
     * Counts.
     *
     * @param before the count to go on from; null to count all
     * @return null if it was stopped, or a rebuild came in between: then it has to be taken again
     */
    @Nullable Census take(@Nullable Census before, Pause pause) throws InterruptedException {
        var table = facts.table();
        var position = positions.of(ConsentProjection.NAME);
        var catalogue = catalogues.current();
        var now = clock.instant();
        var counting = new Counting(now, catalogue);
        var isWhole = (before != null && before.leadsTo(position, now, table, catalogue))
                ? counting.onFrom(before, position, pause)
                : counting.all(position, pause);
        return isWhole && facts.table() == table
                ? new Census(position, now, table, catalogue, counting.inForce, counting.ahead)
                : null;
    }

    private final class Counting {

        private final Instant now;
        private final Renewal renewal;
        private final Map<String, Long> inForce = new HashMap<>();
        private final Set<String> ahead = new HashSet<>();

        Counting(Instant now, Catalogue catalogue) {
            this.now = now;
            this.renewal = new KeptRenewal(catalogue::askedAgainAt);
        }

        /** Works half of the time at the most, so that whoever asks the database is not held up. */
        boolean all(long position, Pause pause) throws InterruptedException {
            var last = "";
            while (true) {
                var begunNanos = System.nanoTime();
                var page = facts.next(last, position);
                if (page.isEmpty()) {
                    return true;
                }
                page.forEach(this::add);
                last = page.getLast().subjectId();
                if (!pause.passes(Duration.ofNanos(System.nanoTime() - begunNanos))) {
                    return false;
                }
            }
        }

        boolean onFrom(Census before, long position, Pause pause) throws InterruptedException {
            inForce.putAll(before.inForce());
            var touched = facts.touched(before.position(), position, before.at(), now);
            touched.addAll(before.ahead());
            for (var subjects : parts(new ArrayList<>(touched))) {
                for (var change : facts.changes(subjects, before.position(), position)) {
                    // which notices ask again, and since when, is the same as it was
                    change.before()
                            .inForce(before.at(), renewal)
                            .forEach(purpose -> inForce.merge(purpose, -1L, Long::sum));
                    add(change.after());
                }
                if (!pause.passes(Duration.ZERO)) {
                    return false;
                }
            }
            return true;
        }

        private void add(SubjectTimeline subject) {
            subject.inForce(now, renewal).forEach(purpose -> inForce.merge(purpose, 1L, Long::sum));
            if (subject.goesOnAfter(now)) {
                ahead.add(subject.subjectId());
            }
        }

        private static List<List<String>> parts(List<String> subjects) {
            var parts = new ArrayList<List<String>>();
            for (var from = 0; from < subjects.size(); from += SUBJECTS) {
                parts.add(subjects.subList(from, Math.min(subjects.size(), from + SUBJECTS)));
            }
            return parts;
        }
    }
}
