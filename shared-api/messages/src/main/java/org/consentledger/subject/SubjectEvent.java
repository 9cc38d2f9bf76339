package org.consentledger.subject;

import org.consentledger.LedgerEvent;

/** Something that happened to one person's data or by one person's will. */
public interface SubjectEvent extends LedgerEvent {

    SubjectId subjectId();

    /** What of this event is personal data. */
    default PersonalData personalData() {
        return PersonalData.NONE;
    }

    /** The same event with these personal data instead of its own. */
    default SubjectEvent with(PersonalData personal) {
        return this;
    }

    @Override
    default SubjectEvent withoutPersonalData() {
        return with(PersonalData.NONE);
    }
}
