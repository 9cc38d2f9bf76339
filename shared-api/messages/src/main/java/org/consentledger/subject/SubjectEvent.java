package org.consentledger.subject;

import org.consentledger.LedgerEvent;

/** Something that happened to one person's data or by one person's will. */
public interface SubjectEvent extends LedgerEvent {

    SubjectId subjectId();
}
