package org.consentledger.notice;

/** What makes a purpose lawful (GDPR Art. 6(1)). */
public enum Basis {
    /** Art. 6(1)(a): needs a consent in force. */
    CONSENT,
    /** Art. 6(1)(b). */
    CONTRACT,
    /** Art. 6(1)(c). */
    LEGAL_OBLIGATION,
    /** Art. 6(1)(f): holds unless the subject has objected (Art. 21). */
    LEGITIMATE_INTEREST,
    /** Art. 6(1)(d). */
    VITAL_INTEREST,
    /** Art. 6(1)(e). */
    PUBLIC_TASK
}
