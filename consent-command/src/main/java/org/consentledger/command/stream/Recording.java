package org.consentledger.command.stream;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.LedgerEvent;
import org.consentledger.Outcome;
import org.consentledger.ledger.reading.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Carries an outcome into the stream that is being handled; a fact that stands there already is not recorded twice.
 *
 * <p>The stream's state may come from this node's memory while another node has added to it. Where something is recorded,
 * the append finds out. Where nothing is, the answer rests on that state alone, and so it is checked here.
 */
public final class Recording {

    private final KnownFacts knownFacts;

    public Recording(KnownFacts knownFacts) {
        this.knownFacts = knownFacts;
    }

    /**
     * Must be called from a command handler of the stream.
     *
     * @throws ConcurrencyException if nothing is to be recorded and the stream has moved on; decided anew, it may be
     *     otherwise
     */
    public Handled record(String streamId, Outcome<? extends LedgerEvent> outcome) {
        return switch (outcome) {
            case Outcome.Rejected<? extends LedgerEvent> rejected -> {
                requireCurrent(streamId);
                yield new Handled.Rejected(rejected.rejection());
            }
            case Outcome.Accepted<? extends LedgerEvent> accepted -> record(streamId, accepted.events());
        };
    }

    private Handled record(String streamId, List<? extends LedgerEvent> events) {
        var known = known(streamId, events);
        var said = known.stream().map(recorded -> recorded.event().fact()).collect(toSet());
        var news = events.stream().filter(event -> !said.contains(event.fact())).toList();
        if (news.isEmpty()) {
            requireCurrent(streamId);
        }
        news.forEach(AggregateLifecycle::apply);
        return new Handled.Accepted(known, Recorded.by(CurrentUnitOfWork.get()));
    }

    /** Those latest events that say exactly what is to be said. A stream that begins has none. */
    private List<RecordedEvent> known(String streamId, List<? extends LedgerEvent> events) {
        if (events.isEmpty() || version() == null) {
            return List.of();
        }
        var toSay = events.stream().map(LedgerEvent::fact).collect(toSet());
        return knownFacts.about(streamId, events).stream()
                .filter(recorded -> toSay.contains(recorded.event().fact()))
                .toList();
    }

    private void requireCurrent(String streamId) {
        var last = knownFacts.lastSequence(streamId).orElse(null);
        if (!Objects.equals(last, version())) {
            throw new ConcurrencyException("the stream moved on while a command was decided");
        }
    }

    /** Sequence number of the last event in the state at hand; null if the stream begins. */
    private static @Nullable Long version() {
        return AggregateLifecycle.getVersion();
    }
}
