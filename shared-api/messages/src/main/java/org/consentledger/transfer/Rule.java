package org.consentledger.transfer;

import java.util.List;

/** The rules of a transfer, in the order in which they are asked. */
public enum Rule {
    /** The recipient is known and not retired. */
    RECIPIENT_IN_USE(1),
    /** The purpose stands in the notice in force: data are used only for what it tells the subject. */
    PURPOSE_IN_NOTICE(2),
    /** Every data category stands under the purpose: no more data than it needs. */
    CATEGORIES_UNDER_PURPOSE(3),
    /** The recipient's class stands under the purpose: the subject was told of such recipients. */
    RECIPIENT_CLASS_UNDER_PURPOSE(4),
    /** The basis of the purpose holds: consent is in force, or no objection stands, or the basis needs neither. */
    BASIS_HOLDS(5),
    /** Special categories have consent in writing, where the notice demands it. */
    CONSENT_IN_WRITING(6),
    /** Outside the home area something makes the transfer legitimate. */
    THIRD_COUNTRY_COVERED(7),
    /** The consent to cross-border transfer that the notice promises to ask for was given. */
    CROSS_BORDER_CONSENT(7),
    /** The subject is not erased. */
    SUBJECT_NOT_ERASED(8);

    private final int number;

    Rule(int number) {
        this.number = number;
    }

    /** The rule that finds a reason. */
    public static Rule of(Reason reason) {
        return switch (reason) {
            case RECIPIENT_UNKNOWN, RECIPIENT_RETIRED -> RECIPIENT_IN_USE;
            case PURPOSE_NOT_IN_NOTICE -> PURPOSE_IN_NOTICE;
            case CATEGORY_NOT_COVERED -> CATEGORIES_UNDER_PURPOSE;
            case RECIPIENT_CLASS_NOT_COVERED -> RECIPIENT_CLASS_UNDER_PURPOSE;
            case CONSENT_MISSING, CONSENT_REFUSED, CONSENT_REVOKED, CONSENT_EXPIRED, CONSENT_OUTDATED, OBJECTED ->
                BASIS_HOLDS;
            case WRITTEN_CONSENT_REQUIRED -> CONSENT_IN_WRITING;
            case SAFEGUARD_MISSING, SAFEGUARD_EXPIRED, SAFEGUARD_INVALIDATED -> THIRD_COUNTRY_COVERED;
            case TRANSFER_CONSENT_MISSING -> CROSS_BORDER_CONSENT;
            case SUBJECT_ERASED -> SUBJECT_NOT_ERASED;
        };
    }

    /** Its number in the order of the rules, from 1; the two halves of one rule have the same. */
    public int number() {
        return number;
    }

    /** Articles that it follows; none where only the notice itself asks for it. */
    public List<String> law() {
        return switch (this) {
            case RECIPIENT_IN_USE, CROSS_BORDER_CONSENT -> List.of();
            case PURPOSE_IN_NOTICE -> List.of("GDPR Art. 5(1)(b)", "GDPR Art. 13(1)(c)");
            case CATEGORIES_UNDER_PURPOSE -> List.of("GDPR Art. 5(1)(c)");
            case RECIPIENT_CLASS_UNDER_PURPOSE -> List.of("GDPR Art. 13(1)(e)");
            case BASIS_HOLDS -> List.of("GDPR Art. 6(1)", "GDPR Art. 7", "GDPR Art. 21");
            case CONSENT_IN_WRITING -> List.of("GDPR Art. 9(2)(a)");
            case THIRD_COUNTRY_COVERED -> List.of("GDPR Art. 44", "GDPR Art. 45", "GDPR Art. 46", "GDPR Art. 47");
            case SUBJECT_NOT_ERASED -> List.of("GDPR Art. 17");
        };
    }
}
