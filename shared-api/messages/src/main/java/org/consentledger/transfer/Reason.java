package org.consentledger.transfer;

/** Why a transfer is not permitted; in the order in which the rules are asked and the reasons are listed. */
public enum Reason {
    /** Rule 1: no recipient of that code is registered. */
    RECIPIENT_UNKNOWN,
    /** Rule 1: the recipient was retired before. */
    RECIPIENT_RETIRED,
    /** Rule 2: no notice in force names the purpose. */
    PURPOSE_NOT_IN_NOTICE,
    /** Rule 3: the notice does not name one of the data categories under the purpose. */
    CATEGORY_NOT_COVERED,
    /** Rule 4: the notice does not name the recipient's class under the purpose. */
    RECIPIENT_CLASS_NOT_COVERED,
    /** Rule 5: the purpose rests on consent and none of the form it demands was given. */
    CONSENT_MISSING,
    /** Rule 5: the subject was asked and said no. */
    CONSENT_REFUSED,
    /** Rule 5: the subject took consent back. */
    CONSENT_REVOKED,
    /** Rule 5: the consent's validity had ended. */
    CONSENT_EXPIRED,
    /** Rule 5: a later version of the notice asks again. */
    CONSENT_OUTDATED,
    /** Rule 5: the subject objected to a purpose that rests on legitimate interest. */
    OBJECTED,
    /** Rule 6: no written consent is in force and the purpose demands one. */
    WRITTEN_CONSENT_REQUIRED,
    /** Rule 7: nothing makes the transfer to the third country legitimate. */
    SAFEGUARD_MISSING,
    /** Rule 7: a safeguard had been in place and has run out. */
    SAFEGUARD_EXPIRED,
    /** Rule 7: a safeguard is in place and what it rests on was struck down. */
    SAFEGUARD_INVALIDATED,
    /** Rule 7: the notice promises to ask for consent to cross-border transfer and none is in force. */
    TRANSFER_CONSENT_MISSING,
    /** Rule 8: the subject was erased. */
    SUBJECT_ERASED
}
