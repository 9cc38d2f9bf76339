package org.consentledger;

/** Stable codes of rejections, as they stand in the {@code code} of a problem answer. */
public enum RejectionCode {
    /** A world time lies more than five minutes ahead of the ledger's clock. */
    WORLD_TIME_IN_FUTURE(Kind.INVALID),
    /** No version of that notice was ever published. */
    NOTICE_UNKNOWN(Kind.INVALID),
    /** The notice is known, that version of it is not. */
    NOTICE_VERSION_UNKNOWN(Kind.INVALID),
    /** The notice version does not name that purpose. */
    PURPOSE_NOT_IN_NOTICE(Kind.INVALID),
    /** The purpose rests on another basis, so there is nothing to consent to. */
    PURPOSE_NOT_BASED_ON_CONSENT(Kind.INVALID),
    /** The purpose demands explicit or written consent and the evidence shows neither. */
    EXPLICIT_CONSENT_REQUIRED(Kind.INVALID),
    /** The validity ends at or before the moment it begins. */
    VALIDITY_ENDS_BEFORE_IT_BEGINS(Kind.INVALID),
    /** No recipient of that code is registered. */
    RECIPIENT_UNKNOWN(Kind.INVALID),
    /** The recipient has no safeguard of that kind and reference. */
    SAFEGUARD_UNKNOWN(Kind.INVALID),
    /** The legal register has no certification framework of that code for the recipient's country. */
    FRAMEWORK_UNKNOWN(Kind.INVALID),
    /** The legal register has no adequacy decision for the recipient's country. */
    ADEQUACY_DECISION_UNKNOWN(Kind.INVALID),
    /** The subject has no legal hold of that code. */
    LEGAL_HOLD_UNKNOWN(Kind.INVALID),
    /** The subject was erased after that; what was said before cannot be taken any more. */
    SUBJECT_ERASED(Kind.CONFLICT),
    /** That notice version was published with other content; a version is immutable. */
    NOTICE_VERSION_CONFLICT(Kind.CONFLICT),
    /** A recipient of that code is registered with other content. */
    RECIPIENT_CONFLICT(Kind.CONFLICT),
    /** The recipient was retired, perhaps at another time than the command says. */
    RECIPIENT_IS_RETIRED(Kind.CONFLICT),
    /** A safeguard of that kind and reference is recorded with other content. */
    SAFEGUARD_CONFLICT(Kind.CONFLICT),
    /** The safeguard was withdrawn at another time. */
    ALREADY_WITHDRAWN(Kind.CONFLICT);

    /** Whether the command is wrong in itself, or contradicts what the ledger holds. */
    public enum Kind {
        INVALID,
        CONFLICT
    }

    private final Kind kind;

    RejectionCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
