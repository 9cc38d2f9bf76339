package org.consentledger.standalone.demo;

import java.util.Arrays;
import org.consentledger.transfer.Reason;

/** Why a transfer is refused, in words beside the code. */
final class ReasonWords {

    private ReasonWords() {}

    static String of(String code) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(code))
                .findFirst()
                .map(reason -> words(reason) + " (" + code + ")")
                .orElse(code);
    }

    private static String words(Reason reason) {
        return switch (reason) {
            case RECIPIENT_UNKNOWN -> "nobody registered this recipient";
            case RECIPIENT_RETIRED -> "the recipient has retired";
            case PURPOSE_NOT_IN_NOTICE -> "no notice in force names the purpose";
            case CATEGORY_NOT_COVERED -> "the notice does not name all of these data under the purpose";
            case RECIPIENT_CLASS_NOT_COVERED -> "the notice does not name such recipients under the purpose";
            case CONSENT_MISSING -> "nobody consented";
            case CONSENT_REFUSED -> "the person said no";
            case CONSENT_REVOKED -> "the person took the consent back";
            case CONSENT_EXPIRED -> "the consent has run out";
            case CONSENT_OUTDATED -> "a later notice promised to ask again";
            case OBJECTED -> "the person objected";
            case WRITTEN_CONSENT_REQUIRED -> "such data need consent in writing";
            case SAFEGUARD_MISSING -> "nothing protects the data in that country";
            case SAFEGUARD_EXPIRED -> "what protected the data in that country has run out";
            case SAFEGUARD_INVALIDATED -> "what protected the data in that country was struck down";
            case TRANSFER_CONSENT_MISSING -> "the person did not consent to going abroad";
            case SUBJECT_ERASED -> "the person's data were erased";
        };
    }
}
