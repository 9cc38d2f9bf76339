package org.consentledger.recipient;

/** What makes a transfer to a third country legitimate; in the order in which a ground prefers them. */
public enum SafeguardKind {
    /** The Commission decided that the country protects data adequately (GDPR Art. 45). */
    ADEQUACY,
    /** Binding corporate rules (GDPR Art. 47). */
    BINDING_CORPORATE_RULES,
    /** Standard contractual clauses (GDPR Art. 46(2)(c)). */
    STANDARD_CLAUSES,
    /** The recipient's certification under a named framework, such as the former Safe Harbor. */
    CERTIFICATION
}
