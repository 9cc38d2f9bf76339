package org.consentledger.command.stream;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.consentledger.LedgerEvent;
import org.consentledger.Outcome;
import org.consentledger.ledger.reading.RecordedEvent;

/** Carries an outcome into the stream that is being handled; a fact that stands there already is not recorded twice. */
public final class Recording {

    private final KnownFacts knownFacts;

    public Recording(KnownFacts knownFacts) {
        this.knownFacts = knownFacts;
    }

    /** Must be called from a command handler of the stream. */
    public Handled record(String streamId, Outcome<? extends LedgerEvent> outcome) {
        return switch (outcome) {
            case Outcome.Rejected<? extends LedgerEvent> rejected -> new Handled.Rejected(rejected.rejection());
            case Outcome.Accepted<? extends LedgerEvent> accepted -> record(streamId, accepted.events());
        };
    }

    private Handled record(String streamId, List<? extends LedgerEvent> events) {
        var known = known(streamId, events);
        var said = known.stream().map(recorded -> recorded.event().fact()).collect(toSet());
        var news = events.stream().filter(event -> !said.contains(event.fact())).toList();
        news.forEach(AggregateLifecycle::apply);
        return new Handled.Accepted(known, !news.isEmpty());
    }

    /** Those latest events that say exactly what is to be said. */
    private List<RecordedEvent> known(String streamId, List<? extends LedgerEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        var toSay = events.stream().map(LedgerEvent::fact).collect(toSet());
        return knownFacts.about(streamId, events).stream()
                .filter(recorded -> toSay.contains(recorded.event().fact()))
                .toList();
    }
}
