package org.consentledger.erasure;

import org.consentledger.subject.SubjectCommand;
import org.consentledger.subject.SubjectId;

/** Erase a subject of whom that was asked before, if nothing stands against it any more. Sent by the service itself. */
public record CarryOutErasure(SubjectId subjectId) implements SubjectCommand {}
