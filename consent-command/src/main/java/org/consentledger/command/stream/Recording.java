package org.consentledger.command.stream;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.LedgerEvent;
import org.consentledger.Outcome;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.keyring.Subject;
import org.consentledger.ledger.reading.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Carries an outcome into the stream that is being handled; a fact that stands there already is not recorded twice.
 *
 * <p>The stream's state and the catalogue may come from this node's memory while another node has added to them. Where
 * something is recorded, the append finds out. Where nothing is, the answer rests on them alone, and so they are checked
 * here. (The append does not ask whether a consent was decided on the newest catalogue: what it was accepted for is a
 * published notice version, and that never changes.)
 */
public final class Recording {

    private final KnownFacts knownFacts;
    private final CatalogueReader newestCatalogue;

    public Recording(KnownFacts knownFacts, CatalogueReader newestCatalogue) {
        this.knownFacts = knownFacts;
        this.newestCatalogue = newestCatalogue;
    }

    /**
     * Carries an outcome into a stream of which it is not known what its events were about, and that was decided without the
     * catalogue. Must be called from a command handler of the stream.
     *
     * @throws ConcurrencyException as the other one does
     */
    public Handled record(String streamId, Outcome<? extends LedgerEvent> outcome) {
        return record(streamId, outcome, new MattersSeen(), null);
    }

    /**
     * Must be called from a command handler of the stream.
     *
     * @param seen by the stream's state
     * @param decidedOn the catalogue that the outcome rests on; null if it rests on none
     * @throws ConcurrencyException if nothing is to be recorded and the stream or the catalogue has moved on; decided anew,
     *     it may be otherwise
     */
    public Handled record(
            String streamId, Outcome<? extends LedgerEvent> outcome, MattersSeen seen, @Nullable Catalogue decidedOn) {
        return switch (outcome) {
            case Outcome.Rejected<? extends LedgerEvent> rejected -> {
                requireCurrent(streamId, decidedOn);
                yield new Handled.Rejected(rejected.rejection());
            }
            case Outcome.Accepted<? extends LedgerEvent> accepted ->
                record(streamId, recordable(accepted.events()), seen, decidedOn);
        };
    }

    /** Of somebody erased nothing personal is taken any more. */
    private static List<? extends LedgerEvent> recordable(List<? extends LedgerEvent> events) {
        return Subject.ofCommand().filter(Subject::isErased).isEmpty()
                ? events
                : events.stream().map(LedgerEvent::withoutPersonalData).toList();
    }

    private Handled record(
            String streamId, List<? extends LedgerEvent> events, MattersSeen seen, @Nullable Catalogue decidedOn) {
        var known = known(streamId, events, seen);
        var said = known.stream().map(recorded -> recorded.event().fact()).collect(toSet());
        var news = events.stream().filter(event -> !said.contains(event.fact())).toList();
        if (news.isEmpty()) {
            requireCurrent(streamId, decidedOn);
        }
        news.forEach(AggregateLifecycle::apply);
        return new Handled.Accepted(known, Recorded.by(CurrentUnitOfWork.get()));
    }

    /** Those latest events that say exactly what is to be said. */
    private List<RecordedEvent> known(String streamId, List<? extends LedgerEvent> events, MattersSeen seen) {
        var version = version();
        if (events.stream().allMatch(event -> seen.isNews(event, version))) {
            return List.of();
        }
        var toSay = events.stream().map(LedgerEvent::fact).collect(toSet());
        return knownFacts.about(streamId, events).stream()
                .filter(recorded -> toSay.contains(recorded.event().fact()))
                .toList();
    }

    private void requireCurrent(String streamId, @Nullable Catalogue decidedOn) {
        var last = knownFacts.lastSequence(streamId).orElse(null);
        if (!Objects.equals(last, version())) {
            throw new ConcurrencyException("the stream moved on while a command was decided");
        }
        if (decidedOn != null
                && decidedOn.position() != newestCatalogue.current().position()) {
            throw new ConcurrencyException("the catalogue moved on while a command was decided");
        }
    }

    /** Sequence number of the last event in the state at hand; null if the stream begins. */
    private static @Nullable Long version() {
        return AggregateLifecycle.getVersion();
    }
}
