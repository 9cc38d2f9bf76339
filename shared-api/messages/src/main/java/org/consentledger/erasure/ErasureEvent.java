package org.consentledger.erasure;

import org.consentledger.subject.SubjectEvent;

/** A step towards a subject's erasure, or something that holds it up. */
public sealed interface ErasureEvent extends SubjectEvent
        permits LegalHoldPlaced, LegalHoldReleased, ErasureRequested, SubjectErased {}
