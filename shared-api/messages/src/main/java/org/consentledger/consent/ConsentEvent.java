package org.consentledger.consent;

import org.consentledger.subject.SubjectEvent;

/** What became of a subject's consent to one purpose. */
public sealed interface ConsentEvent extends SubjectEvent
        permits ConsentGiven, ConsentRefused, ConsentRevoked, ConsentExpired {

    /** The purpose code; for a revocation perhaps {@link ConsentRevoked#EVERY_PURPOSE}. */
    String purpose();
}
