package org.consentledger.notice;

/** How definite a consent is, or must be; in ascending order of strength. */
public enum ConsentForm {
    /** Nothing is demanded, or the consent was only inferred. */
    NONE,
    /** An affirmative statement (GDPR Art. 4(11), Art. 9(2)(a), Art. 49(1)(a)). */
    EXPLICIT,
    /** Explicit and in writing, as the reference statement demands for special categories (section 2). */
    WRITTEN;

    public boolean satisfies(ConsentForm demanded) {
        return compareTo(demanded) >= 0;
    }
}
