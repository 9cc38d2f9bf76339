package org.consentledger.query.relay;

import java.time.Duration;
import java.util.List;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.query.feed.CloudEvents;
import org.consentledger.query.feed.SourceUri;
import org.consentledger.query.projection.LedgerHead;
import org.consentledger.query.projection.ReadableEvents;

/** Sends what the ledger has and the topic has not, in order of position, and goes on with what is recorded. */
final class Relaying {

    private static final int BATCH_EVENTS = 500;

    /** How often to look whether the service stops, and whether the turn is still this node's. */
    private static final Duration STEP = Duration.ofSeconds(1);

    private final LedgerReader ledger;
    private final LedgerHead head;
    private final CloudEvents events;
    private final Disclosure disclosure;
    private final String source;
    private final RelayProgress progress;

    Relaying(
            LedgerReader ledger,
            LedgerHead head,
            CloudEvents events,
            Disclosure disclosure,
            SourceUri source,
            RelayProgress progress) {
        this.ledger = ledger;
        this.head = head;
        this.events = events;
        this.disclosure = disclosure;
        this.source = source.uri().toString();
        this.progress = progress;
    }

    /** Whoever has the turn. */
    interface Watch {

        boolean isToGoOn();

        /** Called about once a second. Throws if it is not this node's turn any more. */
        void requireTurn();

        /** All that there is has gone out, or a part of it has. */
        void goesWell();
    }

    /** Goes on until it is told to stop, or something fails. */
    void run(Outlet outlet, Watch watch) throws InterruptedException {
        var position = outlet.last().map(this::confirmed).orElse(-1L);
        progress.resumedAfter(position);
        var stepAt = System.nanoTime();
        while (watch.isToGoOn()) {
            if (System.nanoTime() - stepAt >= 0) {
                watch.requireTurn();
                stepAt = System.nanoTime() + STEP.toNanos();
            }
            if (head.position() > position || head.awaitBeyond(position, STEP)) {
                position = sent(outlet, position);
            }
            if (head.position() <= position) {
                progress.atEnd();
            }
            watch.goesWell();
        }
    }

    private long sent(Outlet outlet, long after) {
        var page = ReadableEvents.read(ledger, size -> EventFilter.everything(after, size), BATCH_EVENTS)
                .events();
        if (page.isEmpty()) {
            throw new RelayException(
                    "the ledger ends before position " + head.position() + ", where it ended a moment ago");
        }
        outlet.send(events.of(disclosure.of(page)));
        var reached = page.getLast().position();
        progress.relayed(reached, page.size());
        return reached;
    }

    /**
     * Where to go on. What went out last must be what the ledger has there.
     *
     * @throws RelayException if it is not
     */
    private long confirmed(Relayed last) {
        if (!last.source().equals(source)) {
            throw new RelayException("the topic has events of another ledger: each needs a topic of its own");
        }
        var there = ledger.at(List.of(last.position()));
        if (there.size() != 1 || !there.getFirst().id().equals(last.id())) {
            throw new RelayException("the topic has an event at position " + last.position()
                    + " that the ledger does not have there: one of them was set back to an older state");
        }
        return last.position();
    }
}
