package org.consentledger.query.projection;

import java.util.Objects;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.consentledger.ledger.reading.LedgerReader;
import org.jspecify.annotations.Nullable;

/**
 * Gives one of Axon's processors the ledger's events. Positions are in commit order, so one number says how far it
 * has come: nothing can appear below it later, and the gaps that Axon's own JDBC store has to remember don't matter.
 */
final class LedgerSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private static final GlobalSequenceTrackingToken BEFORE_THE_FIRST = new GlobalSequenceTrackingToken(-1);

    private final LedgerReader ledger;
    private final LedgerHead head;
    private final Progress progress;

    /** @param progress learns of an event that cannot be read */
    LedgerSource(LedgerReader ledger, LedgerHead head, Progress progress) {
        this.ledger = ledger;
        this.head = head;
        this.progress = progress;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LedgerStream(ledger, head, progress, position(token));
    }

    /** Axon calls the end where the first event is the tail. */
    @Override
    public TrackingToken createTailToken() {
        return BEFORE_THE_FIRST;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(ledger.head());
    }

    /** The position that a processor with this token has dealt with; -1 for none. */
    static long position(@Nullable TrackingToken token) {
        return Objects.requireNonNullElse(token, BEFORE_THE_FIRST).position().orElse(-1);
    }
}
