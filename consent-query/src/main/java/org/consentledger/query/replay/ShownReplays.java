package org.consentledger.query.replay;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.paging.Page;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the replays' pages show. */
@Component
class ShownReplays {

    /** So many differences at a time. */
    private static final int DIFFERENCES = 20;

    private final Replays replays;
    private final ResultRows rows;
    private final AccessLog accesses;
    private final LedgerReader ledger;
    private final CatalogueReader catalogue;

    ShownReplays(Replays replays, ResultRows rows, AccessLog accesses, LedgerReader ledger, CatalogueReader catalogue) {
        this.replays = replays;
        this.rows = rows;
        this.accesses = accesses;
        this.ledger = ledger;
        this.catalogue = catalogue;
    }

    /** @param subjectId for whom the form is filled in; null for nobody */
    ReplaysPage all(@Nullable SubjectId subjectId) {
        return new ReplaysPage(
                replays.all(),
                subjectId,
                ledger.head(),
                catalogue.current().recipients().keySet().stream().sorted().toList());
    }

    /**
     * One, and what it found: whom that names is entered.
     *
     * @param after number of the difference after which the list goes on
     * @throws ProblemException if there is none: 404
     */
    ReplayPage one(UUID id, long after, Reader reader) {
        var replay = replays.one(id, reader);
        var differences = differences(replay, after, reader);
        return new ReplayPage(replay, before(replay), after, differences);
    }

    private Page<ShownDifference> differences(ReplayView replay, long after, Reader reader) {
        var report = replay.report();
        if (report == null || report.comparison().differences() == 0 || !replay.resultsKept()) {
            return new Page<>(List.of(), false);
        }
        var found = rows
                .after(replays.known(replay.id()), ReplayResult.DIFFERENCES, Map.of("number", after), DIFFERENCES + 1)
                .stream()
                .map(ShownDifference::of)
                .toList();
        var page = Page.of(found, DIFFERENCES);
        accesses.enter(
                reader, ReadOperation.REPLAY_DIFFERENCES, page.items().stream().map(ShownDifference::subjectId));
        return page;
    }

    /** How many go first. */
    private long before(ReplayView replay) {
        if (replay.state() != ReplayState.QUEUED) {
            return 0;
        }
        return replays.all().stream()
                .sorted(Comparator.comparing(ReplayView::requestedAt))
                .takeWhile(other -> !other.id().equals(replay.id()))
                .filter(other -> !other.state().isFinal())
                .count();
    }
}
