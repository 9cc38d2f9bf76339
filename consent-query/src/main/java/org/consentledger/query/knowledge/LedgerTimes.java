package org.consentledger.query.knowledge;

import java.util.List;
import org.consentledger.ledger.reading.LedgerReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares points of the ledger's own time, be they positions or times. */
@Component
public final class LedgerTimes {

    private final LedgerReader ledger;

    LedgerTimes(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /**
     * Whether everything that is known at one point is known at the other.
     *
     * @param one null for all that is known now
     * @param other null for all that is known now
     */
    public boolean isWithin(@Nullable KnownAt one, @Nullable KnownAt other) {
        if (other == null) {
            return true;
        }
        return switch (one) {
            case null -> false;
            case KnownAt.Position position ->
                switch (other) {
                    case KnownAt.Position bound -> position.position() <= bound.position();
                    case KnownAt.Time bound -> wasKnown(position, bound);
                };
            case KnownAt.Time time ->
                switch (other) {
                    case KnownAt.Position bound -> !wasKnown(new KnownAt.Position(bound.position() + 1), time);
                    case KnownAt.Time bound -> !time.recordedBy().isAfter(bound.recordedBy());
                };
        };
    }

    /** Whether the event at a position was recorded by a time; of one that is not there yet nobody knows. */
    private boolean wasKnown(KnownAt.Position position, KnownAt.Time time) {
        return ledger.at(List.of(position.position())).stream()
                .anyMatch(event -> !event.recordedAt().isAfter(time.recordedBy()));
    }
}
