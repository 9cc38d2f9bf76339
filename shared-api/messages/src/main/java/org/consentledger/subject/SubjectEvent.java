package org.consentledger.subject;

import org.consentledger.LedgerEvent;

/** Something that happened to one person's data or by one person's will. */
public interface SubjectEvent extends LedgerEvent {

    SubjectId subjectId();

    /** What of this event is personal data. */
    default PersonalData personalData() {
        return PersonalData.NONE;
    }

    /** The same event with these personal data instead of its own; with {@link PersonalData#NONE} what erasure leaves of it. */
    default SubjectEvent with(PersonalData personal) {
        return this;
    }
}
