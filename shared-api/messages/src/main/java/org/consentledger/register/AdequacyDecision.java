package org.consentledger.register;

/**
 * The European Commission's finding that a country protects personal data adequately (GDPR Art. 45(3)).
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param source citation of the decision
 */
public record AdequacyDecision(String country, Validity validity, String source) {}
