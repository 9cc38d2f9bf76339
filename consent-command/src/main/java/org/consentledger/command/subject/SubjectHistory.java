package org.consentledger.command.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.consentledger.Rejection;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.consent.GiveConsent;
import org.consentledger.erasure.ErasureRules;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.keyring.Subject;
import org.consentledger.objection.ObjectionEvent;
import org.consentledger.subject.SubjectEvent;
import org.consentledger.timeline.ConsentFact;
import org.consentledger.timeline.Fact;
import org.consentledger.timeline.ObjectionFact;
import org.consentledger.timeline.ReturnRules;
import org.consentledger.timeline.Timeline;

/** A subject's whole timeline, read from the ledger's first event on. */
final class SubjectHistory {

    private final EventStore events;

    SubjectHistory(EventStore events) {
        this.events = events;
    }

    Timeline of(String subjectId) {
        var facts = new ArrayList<Fact>();
        var erasures = new ArrayList<SubjectErased>();
        var stream = events.readEvents(subjectId, 0);
        while (stream.hasNext()) {
            var message = stream.next();
            switch ((SubjectEvent) message.getPayload()) {
                case ConsentEvent e ->
                    ConsentFact.of(e, message.getIdentifier()).ifPresent(facts::add);
                case ObjectionEvent e -> facts.add(ObjectionFact.of(e, message.getIdentifier()));
                case SubjectErased e -> erasures.add(e);
                default -> {}
            }
        }
        var timeline = Timeline.of(facts);
        for (var erasure : erasures) {
            timeline = timeline.with(erasure);
        }
        return timeline;
    }

    /** Why a consent of somebody who was erased comes too late; empty for everybody else. */
    Optional<Rejection> whyOfThePast(GiveConsent command, Instant now) {
        var subject = Subject.ofCommand();
        return subject.flatMap(known -> ErasureRules.isOfThePast(command.collectedAt(), known.begunAt()))
                .or(() -> subject.flatMap(Subject::predecessor)
                        .flatMap(erased -> ReturnRules.takenBackSince(command, of(erased.value()), now)));
    }

    /** Transfers leave no trace in the timeline: they follow from it. */
    static Timeline evolve(Timeline timeline, SubjectEvent event, String eventId) {
        return switch (event) {
            case ConsentEvent e -> timeline.with(e, eventId);
            case ObjectionEvent e -> timeline.with(e, eventId);
            case SubjectErased e -> timeline.with(e);
            default -> timeline;
        };
    }
}
