package org.consentledger.query.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consentledger.query.consent.RebuiltTimelines;
import org.consentledger.query.knowledge.CatalogueHistory;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.projection.Rows;
import org.consentledger.query.replay.ReplayedState.ReplayedConsents;
import org.consentledger.query.replay.ReplayedState.ReplayedObjections;
import org.consentledger.query.replay.ReplayedState.ReplayedTransfers;
import org.consentledger.timeline.ConsentState;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.Verdict;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out how each subject stood, by the rules that decide, from the rows that the replay projected. */
@Component
class Summing {

    private static final double PSEUDONYMS = 1L << Integer.SIZE;

    private final RebuiltTimelines timelines;
    private final CatalogueHistory catalogues;
    private final JdbcOperations jdbc;

    Summing(RebuiltTimelines timelines, CatalogueHistory catalogues, JdbcOperations jdbc) {
        this.timelines = timelines;
        this.catalogues = catalogues;
        this.jdbc = jdbc;
    }

    ReplayedState sum(Course course) {
        var replay = course.replay();
        var catalogue = catalogues.asOf(Knowledge.upTo(replay.target()));
        var counts = new Counts();
        var last = new String[] {""};
        course.walk(size -> {
            var page = timelines.page(course.schema(), last[0], size);
            var consents = new ArrayList<StateRow.Consent>();
            var objections = new ArrayList<StateRow.Objection>();
            for (var one : page) {
                var id = one.subject().value();
                var timeline = one.timeline();
                var erasedAt = timeline.erasedAt();
                timeline.purposesSpokenOf(replay.asOf()).stream()
                        .map(purpose -> timeline.consent(purpose, replay.asOf(), catalogue::askedAgainAt))
                        .map(status -> StateRow.Consent.of(id, status, erasedAt))
                        .forEach(consents::add);
                timeline.standingObjections(replay.asOf()).stream()
                        .map(objection -> StateRow.Objection.of(id, objection, erasedAt))
                        .forEach(objections::add);
                counts.erased += timeline.wasErased() ? 1 : 0;
                last[0] = id;
            }
            course.commit(ReplayPhase.SUMMING, page.isEmpty() ? 1 : share(last[0]), () -> {
                var rows = new Rows(jdbc, course.schema());
                rows.insert("consent_state", consents);
                rows.insert("objection_state", objections);
            });
            consents.forEach(counts::add);
            objections.forEach(counts::add);
            return !page.isEmpty();
        });
        return counts.state(
                transfers(course.schema()),
                catalogue.notices().size(),
                catalogue.recipients().size());
    }

    /** Pseudonyms are hashes, and come in their order. */
    private static double share(String subjectId) {
        return Integer.toUnsignedLong(Integer.parseUnsignedInt(subjectId, 2, 10, 16)) / PSEUDONYMS;
    }

    private List<ReplayedTransfers> transfers(String schema) {
        return JdbcClient.create(jdbc)
                .sql(
                        "SELECT intent, verdict, count(*) FROM %s.transfer GROUP BY intent, verdict ORDER BY intent, verdict"
                                .formatted(schema))
                .query((row, number) -> new ReplayedTransfers(
                        Intent.valueOf(row.getString(1)), Verdict.valueOf(row.getString(2)), row.getLong(3)))
                .list();
    }

    private static final class Counts {

        private final Map<String, Map<ConsentState, Long>> consents = new TreeMap<>();
        private final Map<String, Long> objections = new TreeMap<>();
        private long erased;

        void add(StateRow.Consent row) {
            if (row.erasedAt() == null) {
                consents.computeIfAbsent(row.purpose(), purpose -> new TreeMap<>())
                        .merge(ConsentState.valueOf(row.state()), 1L, Long::sum);
            }
        }

        void add(StateRow.Objection row) {
            if (row.erasedAt() == null) {
                objections.merge(row.purpose(), 1L, Long::sum);
            }
        }

        ReplayedState state(List<ReplayedTransfers> transfers, long noticeVersions, long recipients) {
            var counted = new ArrayList<ReplayedConsents>();
            consents.forEach((purpose, states) ->
                    states.forEach((state, subjects) -> counted.add(new ReplayedConsents(purpose, state, subjects))));
            return new ReplayedState(
                    counted,
                    objections.entrySet().stream()
                            .map(one -> new ReplayedObjections(one.getKey(), one.getValue()))
                            .toList(),
                    transfers,
                    erased,
                    noticeVersions,
                    recipients);
        }
    }
}
