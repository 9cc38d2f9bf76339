package org.consentledger.command.subject;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.objection.ObjectionEvent;
import org.consentledger.subject.SubjectErased;
import org.consentledger.subject.SubjectEvent;
import org.consentledger.timeline.Timeline;

/** A subject's whole timeline, read from the ledger's first event on. */
final class SubjectHistory {

    private final EventStore events;

    SubjectHistory(EventStore events) {
        this.events = events;
    }

    Timeline of(String subjectId) {
        var timeline = Timeline.complete();
        var stream = events.readEvents(subjectId, 0);
        while (stream.hasNext()) {
            var message = stream.next();
            timeline = evolve(timeline, (SubjectEvent) message.getPayload(), message.getIdentifier());
        }
        return timeline;
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
