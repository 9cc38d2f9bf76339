package org.consentledger.ledger.reading;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import org.consentledger.ledger.keyring.SubjectDirectory;
import org.consentledger.ledger.keyring.SubjectDirectory.Legible;
import org.consentledger.subject.SubjectEvent;

/** Puts what is personal back into events that were read, as far as their subjects are not erased at this moment. */
public final class Unsealing {

    private final SubjectDirectory subjects;

    public Unsealing(SubjectDirectory subjects) {
        this.subjects = subjects;
    }

    /** One round trip for all of them. */
    public List<RecordedEvent> of(List<RecordedEvent> events) {
        var about = events.stream()
                .filter(recorded -> recorded.event() instanceof SubjectEvent)
                .map(RecordedEvent::streamId)
                .collect(toSet());
        var legible = subjects.legible(about);
        return events.stream().map(recorded -> of(recorded, legible)).toList();
    }

    private static RecordedEvent of(RecordedEvent recorded, Map<String, Legible> legible) {
        if (!(recorded.event() instanceof SubjectEvent event)) {
            return recorded;
        }
        var subject = legible.get(recorded.streamId());
        if (subject == null) {
            return recorded.with(event.withoutPersonalData());
        }
        return subject.key() == null ? recorded : recorded.unsealed(subject.key());
    }
}
