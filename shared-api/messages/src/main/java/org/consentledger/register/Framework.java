package org.consentledger.register;

/**
 * A scheme under which recipients of one country certify themselves.
 *
 * @param country ISO 3166-1 alpha-2 code of the country whose companies may join
 * @param source citation of the decision that made it, and of the judgment that ended it
 */
public record Framework(String code, String country, Validity validity, String source) {}
