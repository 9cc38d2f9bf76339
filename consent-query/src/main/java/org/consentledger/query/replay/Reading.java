package org.consentledger.query.replay;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.UnknownEventFormException;
import org.consentledger.ledger.reading.UnreadableEventException;
import org.consentledger.ledger.tree.StoredEntry;
import org.consentledger.query.projection.Projection;
import org.springframework.stereotype.Component;

/**
 * Reads the events of a replay, holds each against the log, and projects it: what is hashed and what is projected come from
 * the same bytes.
 */
@Component
class Reading {

    private final ReplayEvents events;
    private final LogChecks checks;
    private final LedgerReader ledger;
    private final List<Projection> projections;

    Reading(ReplayEvents events, LogChecks checks, LedgerReader ledger, List<Projection> projections) {
        this.events = events;
        this.checks = checks;
        this.ledger = ledger;
        this.projections = List.copyOf(projections);
    }

    ReplayVerification read(Course course, long total) {
        var replay = course.replay();
        var pages = events.pages(replay.scope(), replay.target());
        var check = checks.of(replay.scope(), replay.target());
        course.walk(size -> {
            var page = pages.next(size);
            check.page(page);
            var readable = decoded(page, check);
            if (!page.isEmpty()) {
                course.read(page.size(), page.getLast().entry().position());
            }
            course.commit(ReplayPhase.READING, (double) course.eventsRead() / Math.max(1, total), () -> {
                if (!readable.isEmpty()) {
                    projections.forEach(projection -> projection.project(readable, course.schema()));
                }
            });
            return !page.isEmpty();
        });
        return check.verification();
    }

    /** An event that was altered may not be one any more; the others still count. */
    private List<RecordedEvent> decoded(List<StoredEntry> page, LogCheck check) {
        var readable = new ArrayList<RecordedEvent>();
        for (var stored : page) {
            try {
                readable.add(ledger.decode(stored.entry()));
            } catch (UnknownEventFormException e) {
                if (isAsRecorded(stored)) {
                    // nothing is wrong with the ledger: this release is too old for it
                    throw e;
                }
                check.unreadable(e.position());
            } catch (UnreadableEventException e) {
                check.unreadable(e.position());
            }
        }
        return readable;
    }

    private static boolean isAsRecorded(StoredEntry stored) {
        return stored.entry().leaf().equals(stored.leaf());
    }
}
