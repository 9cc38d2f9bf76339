package org.consentledger.objection;

import org.consentledger.subject.SubjectEvent;

/** What became of a subject's objection to one purpose. */
public sealed interface ObjectionEvent extends SubjectEvent permits ProcessingObjected, ObjectionWithdrawn {

    String purpose();
}
